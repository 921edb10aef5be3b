/** What questionnaires speak with the server. */
export interface OutcomeRow {
  id: string
  number: string
  caseId: string
  elderId: string
  elderName: string
  regionName: string
  month: string
  providerName?: string | null
  dueOn: string
  overdue: boolean
  score?: number | null
  low?: boolean | null
  answeredAt?: string | null
  answeredBy?: string | null
  onBehalf: boolean
}

export interface OutcomeQuestion {
  key: string
  text: string
  required: boolean
  options: { key: string; text: string }[]
  answer?: string | null
}

export interface OutcomeView {
  questionnaire: OutcomeRow
  opening: string
  questions: OutcomeQuestion[]
  words?: string | null
  mayAnswer: boolean
}

/** Sentences for the required questions that have no answer, under the names of their fields. */
export function unanswered(questions: OutcomeQuestion[], answers: Record<string, string>, sentence: string): { field: string; sentence: string }[] {
  return questions.filter((question) => question.required && !answers[question.key]).map((question) => ({ field: `answers.${question.key}`, sentence }))
}
