/** What can be ordered for an elder on a day. */
export interface Offer {
  openCase: boolean
  /** Nobody would be at home that day. */
  away?: 'IN_HOSPITAL' | 'AWAY'
  services: OfferedService[]
}

export interface OfferedService {
  code: string
  name: string
  description: string
  unit: string
  durationMinutes: number
  priceFen: number
}

/** Who would pay; the shares add up to the price. */
export interface Quote {
  priceFen: number
  publicFen: number
  voucherFen: number
  elderFen: number
  publicMinutes: number
  askedMinutes: number
  /** As the elder's balance says; `promisedMinutes` of it are the plan's and those of earlier orders. */
  leftMinutes: number
  promisedMinutes: number
  leftVoucherFen: number
  /** False: no entitlement is in force that day. */
  entitled: boolean
}
