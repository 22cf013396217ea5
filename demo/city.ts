import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { type Diligence, workOnCases } from './case-work.ts'
import { Client } from './client.ts'
import { dayAgo, daysAgo, planRound, type RoundPlan, type Walk, walkRound } from './inspect.ts'
import { listPeople, PASSWORD, Staff } from './people.ts'
import { publishRuleBook } from './rule-book.ts'

export const ADMINISTRATOR = { userName: 'admin', name: '管理员', password: PASSWORD }

type Scene = {
  readonly plan: Omit<RoundPlan, 'versionId'>
  readonly walk: Walk
  /** how much of the round has been walked, 0–1 */
  readonly part: number
  readonly diligence: Diligence
  readonly isOver: boolean
}

/** Two rounds that are over, each a little better than the one before, and one that is running. */
const scenes = (): Scene[] => [
  {
    plan: {
      name: '第一轮模拟测评',
      kind: 'mock',
      startsOn: dayAgo(60),
      endsOn: dayAgo(46),
      quota: 4,
      most: 150,
      seed: '第一轮',
      teams: 4,
    },
    walk: { failing: 0.16, from: daysAgo(60), until: daysAgo(46), seed: 1, photos: true },
    part: 1,
    diligence: { accept: 1, rectify: 0.98, close: 0.97, return: 0.12, decline: 0, seed: 1 },
    isOver: true,
  },
  {
    plan: {
      name: '第二轮模拟测评',
      kind: 'mock',
      startsOn: dayAgo(25),
      endsOn: dayAgo(12),
      quota: 4,
      most: 150,
      seed: '第二轮',
      teams: 4,
    },
    walk: { failing: 0.11, from: daysAgo(25), until: daysAgo(12), seed: 2, photos: true },
    part: 1,
    diligence: { accept: 0.98, rectify: 0.9, close: 0.85, return: 0.15, decline: 0.02, seed: 2 },
    isOver: true,
  },
  {
    plan: {
      name: '市容环境专项督查',
      kind: 'special',
      startsOn: dayAgo(5),
      endsOn: dayAgo(-5),
      quota: 2,
      most: 80,
      seed: '专项',
      teams: 3,
    },
    walk: { failing: 0.1, from: daysAgo(5), until: daysAgo(0.1), seed: 3, photos: true },
    part: 0.6,
    diligence: { accept: 0.7, rectify: 0.55, close: 0.5, return: 0.2, decline: 0.06, seed: 3 },
    isOver: false,
  },
]

export type Office = { readonly office: Client; readonly staff: Staff; readonly versionId: string }

/** Set up the fictional city with its rule book; its administrator is signed in. */
export async function foundCity(address: string, setUpLink: string): Promise<Office> {
  const token = new URL(setUpLink).searchParams.get('token')
  const visitor = new Client(address)
  await visitor.send('POST', '/api/set-up', {
    token,
    code: 'qinglan',
    name: '清澜市',
    administrator: ADMINISTRATOR,
    start: 'qinglan',
  })
  const office = await visitor.signIn(ADMINISTRATOR.userName, PASSWORD)
  const versionId = await publishRuleBook(office)
  return { office, staff: new Staff(office, await listPeople(office)), versionId }
}

async function playScene({ office, staff, versionId }: Office, scene: Scene): Promise<string> {
  const planned = await planRound(office, staff, { ...scene.plan, versionId })
  await walkRound(planned, scene.walk, scene.part)
  await workOnCases(office, staff, planned.id, scene.diligence)
  if (scene.isOver) {
    const { revision } = await office.get<{ revision: number }>(`/api/rounds/${planned.id}`)
    await office.send('POST', `/api/rounds/${planned.id}/finish`, { basedOn: revision })
  }
  return planned.id
}

/** Make a briefing of a round and lay its document and its workbook into a folder. */
export async function briefingOf(office: Client, roundId: string, folder: string | null): Promise<string> {
  const id = uuidv7()
  const { title } = await office.send<{ title: string }>('POST', '/api/briefings', {
    id,
    roundIds: [roundId],
  })
  if (folder !== null) {
    await mkdir(folder, { recursive: true })
    const name = title.replace(/[\\/:*?"<>|]/g, '_')
    await writeFile(join(folder, `${name}.docx`), await office.download(`/api/briefings/${id}/document`))
    await writeFile(join(folder, `${name}.xlsx`), await office.download(`/api/briefings/${id}/details`))
  }
  return id
}

/** Everything the demonstration shows. `tell` says how far it is. */
export async function liveThroughTheYear(
  city: Office,
  briefings: string,
  tell: (what: string) => void,
): Promise<void> {
  const finished: string[] = []
  for (const scene of scenes()) {
    tell(`${scene.plan.name} …`)
    const roundId = await playScene(city, scene)
    if (scene.isOver) finished.push(roundId)
  }
  tell('通报 …')
  for (const roundId of finished) await briefingOf(city.office, roundId, briefings)
  await city.office.send('POST', '/api/assessments', {
    id: uuidv7(),
    name: '两轮模拟测评',
    kind: 'mock',
    roundIds: finished,
  })
}
