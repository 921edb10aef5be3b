import type { Contact, Urgency } from '@/app/intake'

/** The application as it is filled in, one question a page. */
export interface Application {
  elder: string
  services: string[]
  urgency: Urgency | ''
  words: string
  contact: Contact | ''
  supplement: boolean
}

export type Question = 'elder' | 'services' | 'urgency' | 'words' | 'contact'

export function freshApplication(elders: string[]): Application {
  return { elder: elders.length === 1 ? elders[0]! : '', services: [], urgency: '', words: '', contact: '', supplement: false }
}

/** Who speaks for one elder only is not asked for whom. */
export function questionsFor(elders: string[]): Question[] {
  return elders.length === 1 ? ['services', 'urgency', 'words', 'contact'] : ['elder', 'services', 'urgency', 'words', 'contact']
}

export function isAnswered(question: Question, application: Application): boolean {
  if (question === 'words') return true
  return application[question].length > 0
}
