/**
 * `npm run check`: everything that can be said about the tree without a browser. `npm test` adds the journeys in Chromium.
 * Every step runs even when one before it failed; the closing line counts them all.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)
const results = join(root, 'test-results')
const tests = join(results, 'tests.json')
const journeys = join(results, 'journeys.json')
const bin = (name) => join(root, 'node_modules/.bin', name)
const node = [process.execPath, '--conditions', '@chuangcheng/source', '--import', 'tsx']

/** Each step is one command; `counts` says how many tests it was when it tells. */
const STEPS = [
  { name: 'messages', command: [process.execPath, 'tools/build.mjs', 'messages'] },
  { name: 'format', command: [bin('biome'), 'format', '.'] },
  { name: 'lint', command: [bin('biome'), 'lint', '--error-on-warnings', '.'] },
  { name: 'lint with types', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'types', command: [bin('tsc'), '-b'] },
  { name: 'walls', command: [bin('depcruise'), 'packages', 'tools', '--config', '.dependency-cruiser.mjs'] },
  { name: 'dead code', command: [bin('knip'), '--no-progress'] },
  { name: 'generated files', command: [...node, 'tools/generate.ts', '--check'] },
  {
    name: 'tests',
    command: [bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${tests}`],
    counts: countTests,
  },
]
const JOURNEYS = {
  name: 'journeys',
  command: [bin('playwright'), 'test'],
  env: { JOURNEYS_JSON: journeys },
  counts: countJourneys,
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function countTests() {
  const report = readJson(tests)
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numFailedTestSuites * (report.numFailedTests === 0 ? 1 : 0),
      skipped: report.numPendingTests + report.numTodoTests,
    }
  )
}

function countJourneys() {
  const stats = readJson(journeys)?.stats
  return stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}

function run({ command: [program, ...words], env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** A step that counts nothing of its own is one test; one that counts but broke is at least one failure. */
function tally(step, code) {
  const counted = step.counts?.() ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 }
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

function chromium() {
  const known = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  return known.find((path) => path && existsSync(path))
}

function stepsToRun(total) {
  if (!process.argv.includes('--journeys')) return STEPS
  if (chromium()) return [...STEPS, JOURNEYS]
  const advice = 'install Chromium (Debian: apt-get install chromium fonts-noto-cjk) or name it in CHROMIUM'
  if (process.env.CI === 'true') {
    console.error(`FAILED: the journeys need a browser; ${advice}`)
    total.failed += 1
  } else {
    console.error(`\n!!!! JOURNEYS SKIPPED: no browser found; ${advice} !!!!\n`)
    total.skipped += 1
  }
  return STEPS
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const total = { passed: 0, failed: 0, skipped: 0 }
const broken = []
for (const step of stepsToRun(total)) {
  console.log(`\n── ${step.name}`)
  const begun = performance.now()
  const code = await run(step)
  const counted = tally(step, code)
  for (const key of Object.keys(total)) total[key] += counted[key]
  if (code !== 0) broken.push(step.name)
  console.log(
    `── ${step.name}: ${code === 0 ? 'ok' : 'FAILED'} in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  )
}
if (broken.length > 0) console.log(`\nfailed: ${broken.join(', ')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 || broken.length > 0 ? 1 : 0
