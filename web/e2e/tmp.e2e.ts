import { it } from 'vitest'
import { apiAs, businessDay, givenToCarer, orderedVisit } from './visits'
it('makes one', async () => {
  const day = await businessDay()
  console.log(day)
  const visit = await orderedVisit('CLEANING', day)
  console.log(visit)
  const d = await apiAs('provider_dispatcher')
  console.log(JSON.stringify(await d.get('/api/dispatch/day?day=' + day)).slice(0, 3000))
  console.log(await givenToCarer(visit))
  console.log(JSON.stringify(await (await apiAs('carer')).get('/api/my/visits')).slice(0, 2000))
  console.log(JSON.stringify(await (await apiAs('carer')).get('/api/my/shifts?from=' + day)))
})
