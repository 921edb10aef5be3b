import type { AskedBy, Channel, Contact, Urgency } from '@/app/intake'
import { coordinatesOf, type Fix } from '@/app/locate'
import type { FormError } from '@/composables/useForm'
import words from '@/words/intake'

/** The form as it is filled in. Either `elderId` names somebody of the register, or the fields below it describe somebody new. */
export interface NeedValues {
  elderId: string
  elderName: string
  isNew: boolean
  idNumber: string
  name: string
  phone: string
  address: string
  regionCode: string
  place?: Fix
  livingSituation: string
  economicStatus: string
  hukou: string
  disability: boolean
  familyPlanningSpecial: boolean
  services: string[]
  urgency: Urgency
  words: string
  askedBy: AskedBy
  channel: Channel
  contact: Contact
  supplement: boolean
}

/** The channel a role's own needs come through. */
export function channelOf(role: string | undefined): Channel {
  if (role === 'town_officer') return 'TOWN'
  if (role === 'county_officer') return 'COUNTY'
  if (role === 'hotline_operator') return 'HOTLINE'
  return 'VILLAGE'
}

/** `region`: where the account works; a village is the only one its worker can choose. */
export function freshNeed(role: string | undefined, region: string | undefined): NeedValues {
  const village = region && !region.endsWith('000') ? region : ''
  return {
    elderId: '', elderName: '', isNew: false, idNumber: '', name: '', phone: '', address: '', regionCode: village, place: undefined, livingSituation: 'ALONE', economicStatus: 'ORDINARY', hukou: 'LOCAL',
    disability: false, familyPlanningSpecial: false, services: [], urgency: 'ORDINARY', words: '', askedBy: 'ELDER', channel: channelOf(role), contact: 'CALL_ELDER', supplement: false,
  }
}

/** Checks for comfort; the server decides. */
export function checkNeed(values: NeedValues): FormError[] {
  const errors: FormError[] = []
  const add = (field: string, sentence: string) => errors.push({ field, sentence })
  if (!values.elderId && !values.isNew) add('idNumber', words.form.missing.elder)
  if (!values.elderId && values.isNew) {
    if (!values.name.trim()) add('elder.name', words.form.missing.name)
    if (values.phone && !/^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(values.phone.trim())) add('elder.phone', words.form.missing.phone)
    if (!/^\d{12}$/.test(values.regionCode) || values.regionCode.endsWith('000')) add('elder.regionCode', words.form.missing.regionCode)
  }
  if (values.services.length === 0) add('services', words.form.missing.services)
  return errors
}

/** What is sent to `/api/needs`. */
export function bodyOf(values: NeedValues): object {
  const { services, urgency, askedBy, channel, contact, supplement } = values
  const wish = { services, urgency, words: values.words.trim() || undefined, askedBy, channel, contact, supplement }
  if (values.elderId) return { elderId: values.elderId, ...wish }
  const { livingSituation, economicStatus, hukou, disability, familyPlanningSpecial, regionCode } = values
  const elder = { name: values.name.trim(), idNumber: values.idNumber.trim(), phone: values.phone.trim() || undefined, address: values.address.trim() || undefined, ...coordinatesOf(values.place) }
  return { elder: { ...elder, regionCode, livingSituation, economicStatus, hukou, disability, familyPlanningSpecial }, ...wish }
}
