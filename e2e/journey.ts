import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
  type Request,
} from '@playwright/test'

export const PASSWORD = 'Haitang-2026'

/** A refusal that a journey provokes is logged by the browser as a failed request; nothing else may be. */
const PROVOKED = /^Failed to load resource: the server responded with a status of 4\d\d/

type Watched = {
  /** Fails the journey afterwards when a page threw or complained in the console. */
  watched: undefined
  /** A page where the administrator is already signed in, for journeys that only look. */
  office: Page
}

type Shared = {
  /** Signed in once, and its files fetched and compiled once, for all journeys of a worker. */
  administration: BrowserContext
}

const isComplaint = (type: string, text: string): boolean => type === 'error' && !PROVOKED.test(text)

/** A device of its own, of the kind that a project uses. What is not set is left out: the browser's options know no undefined. */
export const contextLike = (browser: Browser, use: object): Promise<BrowserContext> =>
  browser.newContext(Object.fromEntries(Object.entries(use).filter(([, value]) => value !== undefined)))

/** Every journey fails on an error of a page or in its console, whatever else it looked at. */
export const test = base.extend<Watched, Shared>({
  watched: [
    async ({ context }, use) => {
      const complaints: string[] = []
      context.on('weberror', (error) => complaints.push(error.error().message))
      context.on('console', (message) => {
        if (isComplaint(message.type(), message.text())) complaints.push(message.text())
      })
      await use(undefined)
      expect(complaints, 'errors in the pages').toEqual([])
    },
    { auto: true },
  ],
  administration: [
    async ({ browser }, use, { project }) => {
      const context = await contextLike(browser, project.use)
      const answer = await context.request.post('/api/session', {
        data: { userName: 'admin', password: PASSWORD },
      })
      expect(answer.status(), 'the administrator signs in').toBe(200)
      await use(context)
      await context.close()
    },
    { scope: 'worker' },
  ],
  office: async ({ administration }, use) => {
    const page = await administration.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (isComplaint(message.type(), message.text())) complaints.push(message.text())
    })
    await use(page)
    await page.close()
    expect(complaints, 'errors in the pages').toEqual([])
  },
})

export { expect }

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type AxeAnswer = { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }

/** The page as it stands has no violation of WCAG 2.2 A or AA that axe can find, and does not scroll sideways. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Given to the engine itself: the pages' own policy rightly lets no script in.
  await page.evaluate(axe)
  const found = await page.evaluate(async (rules) => {
    // The line above has put axe on the window.
    const { axe: engine } = window as unknown as {
      axe: { run(on: Document, how: object): Promise<AxeAnswer> }
    }
    const { violations } = await engine.run(document, { runOnly: rules })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  }, RULES)
  expect(found, `axe on ${what}`).toEqual([])
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(sideways, `${what} scrolls sideways`).toBeLessThanOrEqual(0)
}

/** Signs in without the form, for journeys that are about something else. */
export async function signedIn(page: Page, userName: string): Promise<void> {
  const answer = await page.request.post('/api/session', { data: { userName, password: PASSWORD } })
  expect(answer.status(), `${userName} signs in`).toBe(200)
}

/** So long nothing is asked of the server before a page counts as whole, in milliseconds. */
const QUIET_MS = 300

/** Goes to another page of the app without loading the app anew, as its own links do, and waits until the page is whole. */
export async function goWithin(page: Page, path: string): Promise<void> {
  let lastAsked = Date.now()
  const asked = new Set<Request>()
  const begin = (request: Request) => void asked.add(request)
  const end = (request: Request) => {
    asked.delete(request)
    lastAsked = Date.now()
  }
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end)
  await page.evaluate((to) => history.pushState(null, '', to), path)
  await expect(() => {
    expect(asked.size === 0 && Date.now() - lastAsked > QUIET_MS).toBe(true)
  }).toPass({ intervals: [100], timeout: 15_000 })
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}
