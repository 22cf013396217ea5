import type { FigureValue } from '@chuangcheng/domain'
import type { StandingObservation } from '../../observations/index.ts'
import { count, grouped, type Question } from './question.ts'

const placeOf = ({ siteId, subjectKey }: StandingObservation): string => siteId ?? subjectKey
const placesOf = (rows: readonly StandingObservation[]): number => new Set(rows.map(placeOf)).size
const judged = (rows: readonly StandingObservation[]): number =>
  rows.filter(({ outcome }) => outcome !== 'notApplicable').length

/** Places and observations by something, the most places first. */
function placesBy(
  rows: readonly StandingObservation[],
  keyOf: (row: StandingObservation) => { readonly id: string | null; readonly name: string | null },
): FigureValue {
  const groups = [...grouped(rows, (row) => keyOf(row).id ?? '')].map(([id, members]) => {
    const [first] = members
    return {
      id,
      name: (first && keyOf(first).name) ?? '',
      places: placesOf(members),
      observations: judged(members),
    }
  })
  groups.sort((a, b) => Number(a.id === '') - Number(b.id === '') || b.places - a.places)
  return {
    kind: 'table',
    columns: [
      { id: 'sites', name: '', unit: 'count' },
      { id: 'observations', name: '', unit: 'count' },
    ],
    rows: groups.map(({ id, name, places, observations }) => ({
      id,
      name,
      cells: [String(places), String(observations)],
    })),
  }
}

const overLedger = (take: (rows: readonly StandingObservation[]) => FigureValue): Question => ({
  over: 'ledger',
  take: async (source) => take(await source.standing()),
})

/** What was inspected (检查范围). */
export const ROUND_QUESTIONS = {
  'round.siteCount': overLedger((rows) => count(placesOf(rows))),
  'round.visitCount': overLedger((rows) =>
    count(new Set(rows.filter(({ source }) => source === 'visit').map(({ sourceId }) => sourceId)).size),
  ),
  'round.observationCount': overLedger((rows) => count(judged(rows))),
  'round.sitesByType': overLedger((rows) =>
    placesBy(rows, ({ siteTypeId, siteTypeName }) => ({ id: siteTypeId, name: siteTypeName })),
  ),
  'round.sitesByStreet': overLedger((rows) =>
    placesBy(rows, ({ subdistrictId, subdistrictName }) => ({ id: subdistrictId, name: subdistrictName })),
  ),
} as const satisfies Record<string, Question>
