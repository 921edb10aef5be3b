/** The API's shapes under the names the pages use. The generated file changes with the server; this list is the one place to follow it. */
import type { components } from '@/api/schema'

type Shape = components['schemas']

export type Session = Shape['access.SessionController.SessionView']
export type MenuRoom = Shape['access.Role.MenuRoom']
export type MenuItem = Shape['access.Role.MenuItem']
export type City = Shape['city.CityController.CityView']
export type Clock = Shape['clock.ClockController.ClockView']
export type Account = Shape['access.AccountDirectory.AccountView']
export type AccountMade = Shape['access.AccountAdministrationController.AccountMade']
export type CarersMade = Shape['access.AccountAdministrationController.CarersMade']
export type RoleChoice = Shape['access.AccountController.RoleChoice']
export type AccountHolder = Shape['access.AccountController.HolderRow']
export type AuditRow = Shape['access.AuditController.AuditRow']
export type ParameterView = Shape['policy.ParameterController.ParameterView']
export type Region = Shape['region.RegionController.RegionItem']
export type RegionRef = Shape['region.RegionController.Step']
export type RegionDetail = Shape['region.RegionController.RegionView']
/** GeoJSON of the city's counties; each feature's properties hold code and name. */
export interface Boundaries {
  type: 'FeatureCollection'
  features: { type: 'Feature'; properties: { code: string; name: string }; geometry: { type: string; coordinates: unknown } }[]
}
export type Position = Shape['region.Position']
export type Workbench = Shape['workbench.WorkbenchController.Workbench']
export type WorkbenchTask = Shape['workbench.WorkbenchController.Task']
export type WorkbenchFigure = Shape['workbench.WorkFigure']
export type KnownCarers = Shape['homecare.CarerWishController.KnownCarers']
export type KnownCarer = Shape['homecare.CarerWishController.KnownCarer']
export type AbilityLevel = 'INTACT' | 'MILD' | 'MODERATE' | 'SEVERE' | 'COMPLETE'
export type ElderTag = ElderRow['tags'][number]
/** The register shows the level as text; these are the words it can be. */
type WithLevel<T> = Omit<T, 'level'> & { level?: AbilityLevel }
export type ElderRow = WithLevel<Shape['elder.ElderController.ElderRow']>
export type Elder = WithLevel<Shape['elder.ElderController.ElderView']>
export type Household = Shape['household.HouseholdController.HouseholdView']
export type HouseholdMember = Shape['household.FamilyMember']
export type Disclosure = Shape['elder.ElderController.Disclosure']

/** One page of any list. `asOf` is the moment the figures were read. */
export interface Page<Row> {
  items: Row[]
  total: number
  page: number
  size: number
  asOf: string
}
