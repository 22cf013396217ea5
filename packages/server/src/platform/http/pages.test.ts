import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asksForPage, sendFrontPage, servePages } from './pages.ts'
import { protectAnswers } from './protection.ts'

const folder = mkdtempSync(join(tmpdir(), 'chuangcheng-pages-'))
let app: FastifyInstance

const ask = (url: string, accept = 'text/html') => app.inject({ url, headers: { accept } })

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'office.html'), '<title>创城</title>')
  writeFileSync(join(folder, 'assets/office-1a2b.js'), 'export {}')
  app = Fastify()
  protectAnswers(app)
  await servePages(app, folder)
  app.setNotFoundHandler((request, reply) =>
    asksForPage(request) ? sendFrontPage(reply) : reply.code(404).send('none'),
  )
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

describe('the pages of the app', () => {
  it.each(['/', '/sites', '/areas/0192?x=1'])('%s is the front page, never kept in a cache', async (url) => {
    const answer = await ask(url)
    expect([answer.statusCode, answer.body]).toEqual([200, '<title>创城</title>'])
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
    expect(answer.headers['cache-control']).toContain('no-cache')
  })

  it('carry files that a browser may keep for ever, also those built after the start', async () => {
    expect((await ask('/assets/office-1a2b.js', '*/*')).headers['cache-control']).toContain('immutable')
    writeFileSync(join(folder, 'assets/office-3c4d.js'), 'export {}')
    expect((await ask('/assets/office-3c4d.js', '*/*')).statusCode).toBe(200)
  })

  it('are not shown for what is missing in the API, nor for a missing script', async () => {
    expect((await ask('/api/nothing')).statusCode).toBe(404)
    expect((await ask('/assets/gone.js', '*/*')).statusCode).toBe(404)
  })

  it('never leave their folder', async () => {
    expect((await ask('/../package.json', '*/*')).statusCode).toBe(404)
    expect((await ask('/%2e%2e/%2e%2e/etc/passwd', '*/*')).statusCode).toBeGreaterThanOrEqual(400)
  })
})
