/**
 * Builds what is not built or out of date: `node tools/build.mjs [messages] [server] [web]`. Plain JavaScript, because
 * it runs before anything can be relied on but Node and what `npm ci` installed.
 */
import { readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint, readStamp, writeStamp } from './out-of-date.mjs'

const root = dirname(import.meta.dirname)
const always = ['package-lock.json', 'tsconfig.base.json', 'tools/build.mjs', 'tools/out-of-date.mjs']
const shared = ['packages/domain', 'packages/contract', 'packages/messages']
/** Tests are not built, and what one step generates is represented by the sources it came from. */
const ignored = /\.test\.tsx?$|\/(node_modules|dist|dist-types|testing|paraglide|README\.md)$|\.tsbuildinfo$/

/** In the order they need each other. The tools are loaded only when there is something to do. */
const steps = [
  {
    name: 'messages',
    inputs: [...always, 'packages/messages'],
    output: 'packages/messages/src/paraglide',
    build: compileMessages,
  },
  {
    name: 'server',
    inputs: [
      ...always,
      ...shared,
      'packages/server/package.json',
      'packages/server/tsconfig.json',
      'packages/server/src',
    ],
    output: 'packages/server/dist',
    build: bundleServer,
  },
  {
    name: 'web',
    inputs: [...always, ...shared, 'packages/web'],
    output: 'packages/web/dist',
    build: buildWeb,
  },
]

/** Names of the steps that have something to do. */
export function listOutOfDate() {
  return steps
    .filter(({ inputs, output }) => readStamp(join(root, output)) !== fingerprint(root, { inputs, ignored }))
    .map(({ name }) => name)
}

async function compileMessages(output) {
  const { compile } = await import('@inlang/paraglide-js')
  await compile({
    project: join(root, 'packages/messages/project.inlang'),
    outdir: output,
    emitTsDeclarations: true,
  })
  // A plugin that cannot be found is only a warning there, and leaves an empty catalog.
  const catalog = readFileSync(join(output, 'messages/_index.js'), 'utf8')
  if (!catalog.includes('export *')) throw new Error('No messages were compiled; see the warning above.')
}

/** Also for the tests of the command line, which run what people run. */
export async function bundleServer(output) {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: ['packages/server/src/main.ts'],
    outdir: output,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // The sources lie beside it: read at every start, the map and the bundle are as small as they can be.
    sourcemap: true,
    sourcesContent: false,
    minifyWhitespace: true,
    conditions: ['@chuangcheng/source'],
    logLevel: 'warning',
    plugins: [ownPackagesOnly],
  })
}

/** npm packages stay outside the bundle: some carry native parts, and their licenses travel with them. */
const ownPackagesOnly = {
  name: 'own-packages-only',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@chuangcheng/') ? undefined : { path, external: true },
    )
  },
}

async function buildWeb(output) {
  const { build } = await import('vite')
  await build({ root: join(root, 'packages/web'), build: { outDir: output }, logLevel: 'warn' })
}

async function buildSteps(names) {
  for (const { name, inputs, output, build } of steps.filter((step) => names.includes(step.name))) {
    const since = performance.now()
    const print = fingerprint(root, { inputs, ignored })
    await build(join(root, output))
    writeStamp(join(root, output), print)
    console.log(`${name}: ${((performance.now() - since) / 1000).toFixed(1)} s`)
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2)
  try {
    await buildSteps(listOutOfDate().filter((name) => wanted.length === 0 || wanted.includes(name)))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
