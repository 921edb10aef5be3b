/** What can be ordered for an elder on a day. */
export interface Offer {
  openCase: boolean
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
  leftMinutes: number
  leftVoucherFen: number
}
