import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'

const dist = fileURLToPath(new URL('../packages/web/dist', import.meta.url))
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'.split(' ')

/** Kilobytes of script, gzipped, that a browser loads until the first screen after sign-in stands. */
export async function firstScreenKilobytes(
  address: string,
  userName: string,
  password: string,
): Promise<number> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  })
  try {
    const page = await browser.newPage()
    const scripts = new Set<string>()
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (pathname.endsWith('.js')) scripts.add(pathname)
    })
    await page.request.post(`${address}/api/session`, { data: { userName, password } })
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.locator('h1').first().waitFor()
    const sizes = await Promise.all(
      [...scripts].map(async (path) => gzipSync(await readFile(join(dist, path))).length),
    )
    return sizes.reduce((sum, size) => sum + size, 0) / 1024
  } finally {
    await browser.close()
  }
}
