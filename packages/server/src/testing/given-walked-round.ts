import { v7 as uuidv7 } from 'uuid'

type Row = Readonly<Record<string, unknown>>
type Insert = (table: string, row: Row) => Promise<void>

const STARTED = '2026-01-02T00:00:00Z'
const FINISHED = '2026-01-02T00:30:00Z'

type Walked = {
  readonly id: string
  readonly versionId: string
  readonly siteTypeId: string
  readonly checklist: { readonly id: string; readonly publishedId: string; readonly itemId: string }
  readonly streets: readonly {
    readonly word: string
    readonly siteId: string
    readonly communityId: string
    readonly userId: string
    readonly visitId: string
    readonly caseId: string
    readonly casePhotoId: string
  }[]
}

/** A round that is over, drawn by lot from the sites of both streets, each visited once, written as rows: it waits for nobody. */
export async function givenWalkedRound(insert: Insert, walked: Walked): Promise<void> {
  const { id, versionId, siteTypeId, checklist, streets } = walked
  await insert('observation_collection', { id, version_id: versionId, kind: 'round', name: '旧批次' })
  await insert('inspection_round', {
    id,
    name: '旧批次',
    kind: 'daily',
    version_id: versionId,
    starts_on: '2026-01-01',
    ends_on: '2026-01-31',
    rectify_days: 3,
    site_type_ids: [siteTypeId],
    finished_at: FINISHED,
    created_at: STARTED,
  })
  const sites = streets.map(({ siteId }, at) => ({ id: siteId, code: `P${at + 1}` }))
  const frame = JSON.stringify([{ siteTypeId, count: null, sites }])
  await insert('round_draw', { round_id: id, number: 1, seed: '种子', frame, drawn_at: STARTED })
  for (const { siteId, communityId, userId, visitId, caseId, casePhotoId } of streets) {
    await insert('round_site', { round_id: id, site_id: siteId, site_type_id: siteTypeId, origin: 'drawn' })
    const answer = { kind: 'binary', conforms: false }
    const answers = [{ itemId: checklist.itemId, answer, note: '', photoIds: [casePhotoId] }]
    await insert('site_visit', {
      id: visitId,
      round_id: id,
      site_id: siteId,
      checklist_id: checklist.id,
      checklist_version_id: checklist.publishedId,
      area_id: communityId,
      inspector_id: userId,
      started_at: STARTED,
      finished_at: FINISHED,
      clock_offset_ms: 0,
      recorded_at: FINISHED,
      answers: JSON.stringify(answers),
      content_hash: 'x'.repeat(43),
      item_count: 1,
      failed_count: 1,
    })
    const found = { because: 'register', responsible: '[]', case_id: caseId }
    await insert('finding', { ...found, visit_id: visitId, item_id: checklist.itemId, id: uuidv7() })
  }
}
