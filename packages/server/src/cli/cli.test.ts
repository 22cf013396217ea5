import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../../../tools/product.ts'
import { roomiestBase } from '../platform/engine/temporary-engine.ts'
import { useCommandLine } from '../testing/command-line.ts'

const PASSWORD = 'Qinglan-2026'

let base = ''
let port = 0
let server: ChildProcess | undefined
let token = ''

const folder = (name: string) => join(base, name)

const { start, run } = useCommandLine(() => ({ DATABASE_URL: '', CHUANGCHENG_DATA: folder('city') }))

/** Start the server and answer what it printed until it said where it listens, or how to set up. */
async function serve(): Promise<string> {
  const child = start(['serve', '--port', String(port)])
  server = child
  let printed = ''
  for await (const chunk of child.stdout) {
    printed += String(chunk)
    if (printed.includes('set-up?token=') || (token !== '' && printed.includes('http://'))) break
  }
  child.stdout.resume()
  return printed
}

async function stopServer(signal: NodeJS.Signals): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  server.kill(signal)
  await once(server, 'exit')
}

const ask = (method: string, path: string, body?: unknown) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

const organization = (id: string, code: string) => ({
  id,
  code,
  name: `单位${code}`,
  shortName: null,
  kind: 'other',
  parentId: null,
  areaId: null,
  validFrom: '2020-01-01',
  validTo: null,
})

async function organizationCodes(): Promise<string[]> {
  const answer = await ask('GET', '/api/organizations?limit=200')
  const { items } = (await answer.json()) as { items: { code: string }[] }
  return items.map(({ code }) => code)
}

function givenFile(name: string, content: string | Buffer): string {
  writeFileSync(folder(name), content)
  return folder(name)
}

beforeAll(async () => {
  base = mkdtempSync(join(roomiestBase(), 'chuangcheng-test-'))
  chmodSync(base, 0o755)
  port = await freePort()
  const printed = await serve()
  const link = /token=(?<token>[\w-]+)/.exec(printed)?.groups?.token
  const administrator = { userName: 'admin', name: '管理员', password: PASSWORD }
  const founding = { token: link, code: 'ql', name: '清澜市', administrator, start: 'empty' }
  const founded = await ask('POST', '/api/set-up', founding)
  if (!founded.ok) throw new Error(await founded.text())
  const signedIn = await ask('POST', '/api/session', { city: 'ql', userName: 'admin', password: PASSWORD })
  token = ((await signedIn.json()) as { token: string }).token
})

afterAll(async () => {
  await stopServer('SIGTERM')
  rmSync(base, { recursive: true, force: true })
})

describe('a server killed in the middle of its work', () => {
  it('has lost nothing it acknowledged when it is started again', async () => {
    const acknowledged: string[] = []
    const write = async (code: string) => {
      const answer = await ask('POST', '/api/organizations', organization(uuidv7(), code)).catch(() => null)
      if (answer?.ok) acknowledged.push(code)
      return answer !== null
    }
    const writing = Promise.all(
      ['A', 'B'].map(async (name) => {
        for (let count = 0; await write(`${name}${count}`); count += 1);
      }),
    )
    await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(20)
    await stopServer('SIGKILL')
    await writing
    await serve()
    const audited = await ask('POST', '/api/audit/verification')
    expect(await audited.json()).toMatchObject({ faults: [] })
    expect(await organizationCodes()).toEqual(expect.arrayContaining(acknowledged))
  })
})

describe('chuangcheng import', () => {
  it('writes beside a running server, and not in a dry run', async () => {
    const file = givenFile('单位.csv', '编号,名称,类别\nX1,市住建局,市直部门\n')
    const words = ['import', 'organizations', file, '--city', 'ql', '--column', 'code=编号', '--json']
    const tried = await run([...words, '--dry-run'])
    expect([tried.code, JSON.parse(tried.out)]).toMatchObject([0, { imported: false, createdCount: 1 }])
    expect(await organizationCodes()).not.toContain('X1')
    const done = await run(words)
    expect([done.code, JSON.parse(done.out)]).toMatchObject([0, { imported: true, createdCount: 1 }])
    expect(await organizationCodes()).toContain('X1')
  })

  it('takes back what chuangcheng export wrote', async () => {
    const types = givenFile('类型.csv', '编码,名称\nT1,公园\n')
    const sites = givenFile('点位.csv', '编号,名称,类型,经度,纬度\nS1,镜湖公园,公园,,\n')
    expect((await run(['import', 'site-types', types, '--city', 'ql'])).code).toBe(0)
    expect((await run(['import', 'sites', sites, '--city', 'ql', '--datum', 'WGS84'])).code).toBe(0)
    const file = folder('sites.xlsx')
    expect((await run(['export', 'sites', '--city', 'ql', '--out', file])).code).toBe(0)
    const back = await run(['import', 'sites', file, '--city', 'ql', '--datum', 'WGS84', '--dry-run'])
    expect([back.code, back.out]).toEqual([0, expect.stringContaining('没有写入')])
  })

  it('makes a framework from a workbook, writes it out and takes it back into its draft', async () => {
    const table = givenFile('体系.csv', '测评项目,测评标准,分值\n环境,整洁,2分\n,绿化,1\n')
    const named = ['--city', 'ql', '--framework', '市级测评体系', '--label', '2026年版']
    const made = await run(['import', 'frameworks', table, ...named, '--year', '2026', '--json'])
    expect([made.code, made.err]).toEqual([0, ''])
    expect(JSON.parse(made.out)).toMatchObject({ imported: true, levelCounts: [1, 2], pointsSum: 3 })
    const file = folder('framework.xlsx')
    expect((await run(['export', 'frameworks', ...named, '--out', file])).code).toBe(0)
    const back = await run(['import', 'frameworks', file, ...named])
    expect([back.code, back.out]).toEqual([0, expect.stringContaining('3 个节点（1/2）')])
    const elsewhere = await run(['import', 'frameworks', file, ...named.slice(0, -1), '2099年版'])
    expect([elsewhere.code, elsewhere.err]).toEqual([1, expect.stringContaining('市级测评体系 2026年版')])
  })

  it('says row and column of what is wrong, and exits with 1', async () => {
    const file = givenFile('错.csv', '编码,名称,类别\nY1,,市直部门\n')
    const { code, out } = await run(['import', 'organizations', file, '--city', 'ql'])
    expect([code, out]).toEqual([1, expect.stringContaining('第 2 行 名称')])
  })

  it('refuses an unknown city, a missing file and another sort of file in one sentence', async () => {
    const picture = givenFile('图.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    const table = givenFile('表.csv', '编码,名称,类别\nZ1,甲,其他\n')
    const refusals = await Promise.all([
      run(['import', 'organizations', table, '--city', 'nowhere']),
      run(['import', 'organizations', folder('none.csv'), '--city', 'ql']),
      run(['import', 'organizations', picture, '--city', 'ql']),
    ])
    for (const { code, err } of refusals) {
      expect([code, err.trim().split('\n').length]).toEqual([1, 1])
      expect(err).not.toContain('    at ')
    }
  })
})

describe('chuangcheng backup and restore', () => {
  it('carry a city from a running server into a new folder, where it verifies', async () => {
    const archive = folder('city.zip')
    const elsewhere = { CHUANGCHENG_DATA: folder('elsewhere') }
    const taken = await run(['backup', archive])
    expect([taken.code, taken.err]).toEqual([0, expect.stringContaining('--with-keys')])
    expect((await run(['restore', archive])).code).toBe(3)
    const restored = await run(['restore', archive, '--json'], elsewhere)
    expect([restored.code, JSON.parse(restored.out)]).toMatchObject([0, { withKeys: false, lostFiles: [] }])
    const verified = await run(['verify', '--city', 'ql', '--json'], elsewhere)
    expect([verified.code, JSON.parse(verified.out)]).toMatchObject([0, { sound: true }])
  })
})

describe('chuangcheng verify', () => {
  it('finds a stored file whose content was changed', async () => {
    const store = folder('city/files')
    const [stored] = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /[0-9a-f]{64}$/.test(name),
    )
    writeFileSync(join(store, stored ?? ''), 'changed')
    const found = await run(['verify'])
    expect([found.code, found.out]).toEqual([1, expect.stringContaining('内容已改变')])
  })
})

describe('chuangcheng migrate', () => {
  it('works without a server, and has nothing to do after one has run', async () => {
    await stopServer('SIGTERM')
    const { code, out } = await run(['migrate'], { LANG: 'en_US.UTF-8' })
    expect([code, out.trim()]).toEqual([0, 'The database is up to date'])
  })
})
