import { v7 as uuidv7 } from 'uuid'
import { all, atOnce, type Client } from './client.ts'
import { Dice } from './dice.ts'
import type { Person, Staff } from './people.ts'
import { drawPhoto } from './photo.ts'

type CaseFile = {
  readonly id: string
  readonly title: string
  readonly placeName: string
  readonly area: { readonly id: string } | null
  readonly organization: { readonly id: string; readonly name: string } | null
  readonly photoRequired: boolean
  readonly revision: number
  readonly state: string
}

/** How far cases are taken: parts of all, the rest stays where it is. */
export type Diligence = {
  readonly accept: number
  readonly rectify: number
  readonly close: number
  readonly return: number
  readonly decline: number
  readonly seed: number
}

const step = (revision: number, more: Record<string, unknown> = {}) => ({
  stepId: uuidv7(),
  basedOn: revision,
  ...more,
})

/**
 * So many organizations have somebody of their own who works on their cases; for the others the administrator enters what they did. One
 * address may not sign in everybody within a minute.
 */
const OWN_PEOPLE = 12

/** Who works on the cases of a round: the organizations with the most by themselves. */
function handlersOf(staff: Staff, cases: readonly CaseFile[]) {
  const counts = new Map<string, number>()
  for (const { organization } of cases)
    if (organization) counts.set(organization.id, (counts.get(organization.id) ?? 0) + 1)
  const own = [...counts].sort(([, a], [, b]) => b - a).slice(0, OWN_PEOPLE)
  const people = new Map(own.map(([id]) => [id, staff.answeringFor(id)]))
  return ({ organization }: CaseFile) => people.get(organization?.id ?? '')
}

type Worker = {
  readonly office: Client
  readonly staff: Staff
  readonly verifier: Client
  readonly handlerOf: (file: CaseFile) => Person | undefined
}

/** An organization's person works on a case, as far as the dice let them; a verifier then looks at it. */
async function workOn(worker: Worker, before: CaseFile, { seed, ...parts }: Diligence, at: number) {
  const { office, staff, verifier } = worker
  const dice = new Dice(seed * 7919 + at)
  const person = worker.handlerOf(before)
  if (before.organization === null || !dice.chance(parts.accept)) return
  const handler = person ? await staff.client(person) : office
  const path = `/api/cases/${before.id}`
  if (dice.chance(parts.decline)) {
    await handler.send('POST', `${path}/decline`, step(before.revision, { reason: '该处不在本单位管辖范围' }))
    return
  }
  let file = await handler.send<CaseFile>('POST', `${path}/acceptance`, step(before.revision))
  if (!dice.chance(parts.rectify)) return
  const rectify = async () => {
    const photoIds = file.photoRequired
      ? [
          await handler.upload(
            '整改后.jpg',
            await drawPhoto(dice, `示意图 · 整改后 · ${file.placeName}`, true),
          ),
        ]
      : []
    file = await handler.send<CaseFile>(
      'POST',
      `${path}/rectification`,
      step(file.revision, { photoIds, reason: '已整改到位' }),
    )
  }
  await rectify()
  if (!dice.chance(parts.close)) return
  if (dice.chance(parts.return)) {
    file = await verifier.send<CaseFile>(
      'POST',
      `${path}/return`,
      step(file.revision, { reason: '仍有遗留，请清理干净后再报' }),
    )
    if (dice.chance(0.4)) return
    await rectify()
  }
  await verifier.send('POST', `${path}/closing`, step(file.revision))
}

/** What nobody owns is given away by the office: to the likeliest organization, in part. */
async function dispatchSome(office: Client, part: number, dueAt: string): Promise<void> {
  const inbox = await all<CaseFile & { likely: { id: string }[] }>(office, '/api/unassigned-cases')
  const items = inbox
    .slice(0, Math.ceil(inbox.length * part))
    .flatMap(({ id, revision, likely: [first] }) =>
      first ? [{ id, stepId: uuidv7(), basedOn: revision, organizationId: first.id }] : [],
    )
  for (let from = 0; from < items.length; from += 200)
    await office.send('POST', '/api/case-dispatches', { dueAt, items: items.slice(from, from + 200) })
}

/** The cases of a round are worked on. */
export async function workOnCases(
  office: Client,
  staff: Staff,
  roundId: string,
  diligence: Diligence,
): Promise<void> {
  const [verifying] = staff.withRole('verifier')
  if (!verifying) throw new Error('the city has no verifier')
  const verifier = await staff.client(verifying)
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString()
  await dispatchSome(office, 0.7, inAWeek)
  const cases = await all<CaseFile>(office, `/api/cases?roundId=${roundId}`)
  const handlerOf = handlersOf(staff, cases)
  await atOnce(cases, 4, (file, index) =>
    workOn({ office, staff, verifier, handlerOf }, file, diligence, index),
  )
}
