import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import config from '../../.dependency-cruiser.mjs'
import { ROOMS } from './floors.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const server = 'packages/server/src'

/** For every wall a file that breaks it, and what it reaches through the wall. A wall that nothing can hit is no wall. */
const PLANTED: Record<string, [from: string, to: string]> = {
  'domain-is-pure': ['packages/domain/src/rule.ts', 'packages/contract/src/shape.ts'],
  'contract-knows-domain-only': ['packages/contract/src/sites.ts', `${server}/platform/clock.ts`],
  'messages-take-only-types-from-domain': ['packages/messages/src/words.ts', 'packages/domain/src/round.ts'],
  'platform-knows-no-room': [`${server}/platform/database.ts`, `${server}/rooms/audit/index.ts`],
  'rooms-talk-through-the-door': [`${server}/rooms/sites/http.ts`, `${server}/rooms/audit/queries.ts`],
  'the-house-enters-by-the-door': [`${server}/app.ts`, `${server}/rooms/audit/queries.ts`],
  'every-room-has-a-floor': [`${server}/cli/serve.ts`, `${server}/rooms/cellar/index.ts`],
  'server-knows-no-web': [`${server}/platform/pages.ts`, 'packages/web/src/shared/page.ts'],
  'web-knows-no-server': ['packages/web/src/shared/api.ts', `${server}/platform/clock.ts`],
  'web-takes-only-types-from-contract': ['packages/web/src/shared/form.ts', 'packages/contract/src/shape.ts'],
  'shared-knows-no-app': ['packages/web/src/shared/table.ts', 'packages/web/src/office/sites/page.ts'],
  'apps-do-not-import-each-other': [
    'packages/web/src/field/start.ts',
    'packages/web/src/office/sites/page.ts',
  ],
  'features-do-not-import-each-other': [
    'packages/web/src/office/areas/page.ts',
    'packages/web/src/office/sites/page.ts',
  ],
  'product-knows-no-tests': ['packages/domain/src/area.ts', `${server}/testing/house.ts`],
  'no-circular': ['packages/domain/src/about.ts', 'packages/domain/src/round.ts'],
  ...Object.fromEntries(
    ROOMS.slice(0, -1).map((room, index) => [
      `${room}-calls-only-rooms-before-it`,
      [`${server}/rooms/${room}/up.ts`, `${server}/rooms/${ROOMS[index + 1]}/index.ts`],
    ]),
  ),
}

const folder = mkdtempSync(join(tmpdir(), 'chuangcheng-walls-'))

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const reach = (from: string, to: string): string => {
  const up = dirname(from)
    .split('/')
    .map(() => '..')
    .join('/')
  return `import '${up}/${to}'\n`
}

let found: Set<string>

beforeAll(() => {
  for (const [, to] of Object.values(PLANTED)) plant(to, 'export const planted = 1\n')
  const texts = new Map<string, string>()
  for (const [from, to] of Object.values(PLANTED))
    texts.set(from, `${texts.get(from) ?? ''}${reach(from, to)}`)
  for (const [from, text] of texts) plant(from, text)
  plant('packages/domain/src/round.ts', `import './about.ts'\n`)
  for (const file of [
    '.dependency-cruiser.mjs',
    'tools/house/floors.mjs',
    'tsconfig.base.json',
    'package.json',
  ]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const output = execFileSync(
    process.execPath,
    [bin, 'packages', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  const { summary } = JSON.parse(output) as {
    summary: { violations: { rule: { name: string }; from: string }[] }
  }
  found = new Set(summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`))
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('every wall of the house', () => {
  it('has a planted violation', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(config.forbidden.map(({ name }) => name).sort())
  })

  it.each(Object.entries(PLANTED))('%s stops what breaks it', (name, [from]) => {
    expect(found).toContain(`${name} ${from}`)
  })
})
