import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { PIXEL } from './pixel.ts'

type Row = Readonly<Record<string, unknown>>
type Insert = (table: string, row: Row) => Promise<void>
type At = {
  readonly word: string
  readonly communityId: string
  readonly organizationId: string
  readonly siteId: string
  readonly userId: string
  readonly caseId: string
  readonly casePhotoId: string
}

const OPENED = '2026-01-02T00:00:00Z'
const CLOSED = '2026-01-03T00:00:00Z'

/** A case of a street's site that its office put right and somebody closed, written as rows: it waits for nobody. */
export async function givenClosedCase(insert: Insert, at: At, number: number): Promise<void> {
  const { word, communityId, organizationId, siteId, userId, caseId, casePhotoId } = at
  const hash = createHash('sha256').update(PIXEL).digest('hex')
  const file = { hash, byte_count: PIXEL.length, media_type: 'image/png', original_name: `${word}.png` }
  await insert('stored_file', { ...file, id: casePhotoId, uploaded_by: null, uploaded_at: OPENED })
  const times = {
    opened_at: OPENED,
    due_at: CLOSED,
    accepted_at: OPENED,
    rectified_at: OPENED,
    closed_at: CLOSED,
  }
  await insert('case_file', {
    ...times,
    id: caseId,
    number: `WT-20260102-080000-0${number}`,
    workflow_version: 1,
    source_kind: 'finding',
    source_id: uuidv7(),
    site_id: siteId,
    place_name: `${word}广场`,
    area_id: communityId,
    title: `${word}广场有垃圾`,
    ground: 'register',
    responsible: JSON.stringify([{ organizationId, role: 'competent', share: null }]),
    organization_ids: [organizationId],
    photo_required: false,
    state: 'closed',
    organization_id: organizationId,
    handler_ids: [userId],
    revision: 3,
  })
  const step = { case_id: caseId, recorded_at: CLOSED }
  const opening = { step: 'open', at: OPENED, organization_id: organizationId, due_at: CLOSED }
  await insert('case_step', { ...step, ...opening, id: uuidv7(), number: 1, photo_ids: [casePhotoId] })
  await insert('case_step', {
    ...step,
    id: uuidv7(),
    number: 2,
    step: 'rectify',
    at: OPENED,
    actor_id: userId,
  })
  await insert('case_step', { ...step, id: uuidv7(), number: 3, step: 'close', at: CLOSED })
}
