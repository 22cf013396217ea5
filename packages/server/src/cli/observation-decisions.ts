import { comparable, Problem, SAID_KINDS, type SaidKind } from '@chuangcheng/domain'
import type { Reader } from '../platform/database/database.ts'
import { listAllAreas } from '../rooms/areas/index.ts'
import { listCriteria } from '../rooms/frameworks/index.ts'
import type { NameDecision, ObservationOutcome } from '../rooms/observation-imports/index.ts'
import { listAllOrganizations } from '../rooms/organizations/index.ts'
import type { ObservationMap } from './observation-map.ts'

type Named = { readonly id: string; readonly names: readonly (string | null)[] }

async function recordsOf(reader: Reader, kind: SaidKind, versionId: string | null): Promise<Named[]> {
  if (kind === 'organization')
    return (await listAllOrganizations(reader)).map(({ id, name, shortName, code }) => ({
      id,
      names: [name, shortName, code],
    }))
  if (kind === 'item')
    return versionId === null
      ? []
      : (await listCriteria(reader, versionId)).map(({ id, code, text }) => ({ id, names: [code, text] }))
  return (await listAllAreas(reader)).map(({ id, name, code }) => ({ id, names: [name, code] }))
}

/** The district or area that somebody names. @throws Problem command.name-unknown */
export async function areaNamed(reader: Reader, name: string): Promise<string> {
  return idNamed(await recordsOf(reader, 'district', null), name)
}

function idNamed(records: readonly Named[], name: string): string {
  const found = records.find(({ names }) =>
    names.some((known) => known !== null && comparable(known) === comparable(name)),
  )
  if (!found) throw new Problem('command.name-unknown', { value: name })
  return found.id
}

/**
 * What a file says about names, with the records it means.
 * @param versionId of the framework whose criteria items are; null = it is made from the sheet
 * @throws Problem command.name-unknown
 */
export async function decisionsFrom(
  reader: Reader,
  { decisions }: ObservationMap,
  versionId: string | null,
  districtId: string | null,
): Promise<NameDecision[]> {
  const settled: NameDecision[] = []
  for (const kind of SAID_KINDS) {
    const given = Object.entries(decisions[kind] ?? {})
    const records = given.length === 0 ? [] : await recordsOf(reader, kind, versionId)
    settled.push(...given.map(([said, as]) => decisionFor(kind, said, as, { records, districtId })))
  }
  return settled
}

function decisionFor(
  kind: SaidKind,
  said: string,
  as: string | true | null,
  { records, districtId }: { readonly records: readonly Named[]; readonly districtId: string | null },
): NameDecision {
  if (as === null) return { kind, said, as: 'leave' }
  return as === true
    ? creating(kind, said, districtId)
    : { kind, said, as: 'known', id: idNamed(records, as) }
}

const creating = (kind: SaidKind, said: string, districtId: string | null): NameDecision => ({
  kind,
  said,
  as: 'create',
  ...(kind === 'street' && districtId !== null ? { districtId } : {}),
})

/** Everything that a trial found unknown and undecided is created; items cannot be. */
export const creatingMissing = ({ names }: ObservationOutcome, districtId: string | null): NameDecision[] =>
  names
    .filter(({ kind, decision }) => kind !== 'item' && decision === null)
    .map(({ kind, said }) => creating(kind, said, districtId))
