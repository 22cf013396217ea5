import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const { CHROMIUM, JOURNEYS_JSON, JOURNEYS_ADDRESS } = process.env
const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = CHROMIUM ?? CHROMIUMS.find((path) => existsSync(path))

/** Chromium as it runs in containers, and without the errands it runs for itself. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const DESKTOP = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

/** Journeys through the real product, in the order of the city's life: set up on the desktop first, then looked at on both. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/journeys',
  globalSetup: './e2e/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI === 'true',
  reporter: JOURNEYS_JSON ? [['list'], ['json', { outputFile: JOURNEYS_JSON }]] : [['list']],
  use: {
    // Known once the global set-up has started the product; the workers read this file after that.
    ...(JOURNEYS_ADDRESS && { baseURL: JOURNEYS_ADDRESS }),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: { args: QUIET, ...(executablePath && { executablePath }) },
  },
  projects: [
    { name: 'moving-in', testMatch: 'moving-in.spec.ts', use: { viewport: DESKTOP } },
    {
      name: 'desktop',
      testIgnore: 'moving-in.spec.ts',
      dependencies: ['moving-in'],
      use: { viewport: DESKTOP },
    },
    {
      name: 'phone',
      testIgnore: 'moving-in.spec.ts',
      dependencies: ['moving-in'],
      use: { viewport: PHONE, hasTouch: true },
    },
  ],
})
