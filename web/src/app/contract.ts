/** The API's shapes under the names the pages use. The generated file changes with the server; this list is the one place to follow it. */
import type { components } from '@/api/schema'

type Shape = components['schemas']

export type Session = Shape['Session']
export type MenuRoom = Shape['MenuRoom']
export type MenuItem = Shape['MenuItem']
export type City = Shape['City']
export type Clock = Shape['Clock']
export type Account = Shape['Account']
export type Region = Shape['Region']
export type RegionRef = Shape['RegionRef']
export type RegionDetail = Shape['RegionDetail']
export type Boundaries = Shape['Boundaries']
export type Position = Shape['Position']
export type Workbench = Shape['Workbench']
export type WorkbenchTask = Shape['WorkbenchTask']
export type WorkbenchFigure = Shape['WorkbenchFigure']
export type AbilityLevel = Shape['AbilityLevel']
export type ElderTag = Shape['ElderTag']
export type ElderRow = Shape['ElderRow']
export type Elder = Shape['Elder']
export type Household = Shape['Household']
export type HouseholdMember = Shape['HouseholdMember']
export type Disclosure = Shape['Disclosure']

/** One page of any list. `asOf` is the moment the figures were read. */
export interface Page<Row> {
  items: Row[]
  total: number
  page: number
  size: number
  asOf: string
}
