import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { KeptCase } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import { FileStore } from '../platform/store/file-store.ts'
import { writeWorkbook } from '../platform/tabular/index.ts'
import type { TestHouse } from './house.ts'

type Insert = (table: string, row: Readonly<Record<string, unknown>>) => Promise<void>

/** Of a street, what a kept case tells. */
type CaseOfStreet = {
  readonly caseId: string
  readonly word: string
  readonly areaId: string
  readonly organizationId: string
}

const SINCE = '2026-01-01T00:00:00Z'

async function givenStoredFile(house: TestHouse, insert: Insert, name: string, bytes: Readable) {
  const { hash, byteCount } = await new FileStore(join(house.folder, 'files')).put(bytes, 1_000_000)
  const id = uuidv7()
  await insert('stored_file', {
    id,
    hash,
    byte_count: byteCount,
    media_type: name.endsWith('.xlsx')
      ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    original_name: name,
    uploaded_at: SINCE,
  })
  return id
}

const keptCase = ({ caseId, word, areaId, organizationId }: CaseOfStreet): KeptCase => ({
  id: caseId,
  number: word,
  title: word,
  placeName: word,
  state: 'assigned',
  organizationId,
  organizationName: word,
  subdistrictId: areaId,
  openedAt: SINCE,
  dueAt: SINCE,
  rectifiedAt: null,
  closedAt: null,
  overdue: false,
})

/** A briefing of a scored round with one figure, which keeps the case of each street; written as rows, with files to be sent. */
export async function givenBriefing(
  house: TestHouse,
  insert: Insert,
  {
    versionId,
    roundId,
    assessmentId,
    streets,
  }: { versionId: string; roundId: string; assessmentId: string; streets: readonly CaseOfStreet[] },
): Promise<{ briefingId: string; figureId: string }> {
  const [briefingId, figureId] = [uuidv7(), uuidv7()]
  await insert('briefing', {
    id: briefingId,
    title: '通报',
    issuer: '办公室',
    signed_on: '2026-01-31',
    assessment_id: assessmentId,
    version_id: versionId,
    watermark: 0,
    planned: '{}',
    document_file_id: await givenStoredFile(house, insert, '通报.docx', Readable.from([Buffer.from('docx')])),
    details_file_id: await givenStoredFile(
      house,
      insert,
      '通报.xlsx',
      writeWorkbook([{ name: '数据', headers: ['序号'], rows: [[1]] }]),
    ),
    made_at: SINCE,
  })
  await insert('briefing_round', { briefing_id: briefingId, round_id: roundId })
  await insert('figure', {
    id: figureId,
    briefing_id: briefingId,
    number: 1,
    key: 'cases.handedOver',
    params: '{}',
    words: '交办的案卷数',
    watermark: 0,
    value: JSON.stringify({ kind: 'number', unit: 'count', exact: String(streets.length) }),
    shown: String(streets.length),
    rows: JSON.stringify(streets.map(keptCase)),
    taken_at: SINCE,
  })
  return { briefingId, figureId }
}
