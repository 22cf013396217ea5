import { ROOMS } from './tools/house/floors.mjs'

const server = '^packages/server/src'
const TEST = '\\.test\\.tsx?$|/testing/'

/** Each room against the rooms that stand after it. */
const floorWalls = ROOMS.slice(0, -1).map((room, index) => ({
  name: `${room}-calls-only-rooms-before-it`,
  comment: 'the order of rooms stands in tools/house/floors.mjs',
  severity: 'error',
  from: { path: `${server}/rooms/${room}/`, pathNot: TEST },
  to: { path: `${server}/rooms/(${ROOMS.slice(index + 1).join('|')})/` },
}))

export default {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'domain imports nothing but itself: no library, no Node, no other package',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: TEST },
      to: { pathNot: '^packages/domain/src' },
    },
    {
      name: 'contract-knows-domain-only',
      comment: 'contract imports domain and TypeBox',
      severity: 'error',
      from: { path: '^packages/contract/src' },
      to: { pathNot: '^packages/(contract|domain)/src|node_modules/typebox/' },
    },
    {
      name: 'messages-take-only-types-from-domain',
      comment: 'texts explain what domain means; a bundle that shows one must not grow by the rules',
      severity: 'error',
      from: { path: '^packages/messages/src', pathNot: TEST },
      to: { path: '^packages/(?!messages/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: `${server}/platform/`, pathNot: TEST },
      to: { path: `${server}/(rooms|cli|app)` },
    },
    {
      name: 'rooms-talk-through-the-door',
      comment: 'another room is reached by its index.ts only',
      severity: 'error',
      from: { path: `${server}/rooms/([^/]+)/`, pathNot: TEST },
      to: {
        path: `${server}/rooms/([^/]+)/`,
        pathNot: [`${server}/rooms/$1/`, `${server}/rooms/[^/]+/index\\.ts$`],
      },
    },
    {
      name: 'the-house-enters-by-the-door',
      comment: 'the composition root and the command line reach rooms by their index.ts only',
      severity: 'error',
      from: { path: `${server}/(app|main|import-kinds|cli/.*)\\.ts$` },
      to: { path: `${server}/rooms/`, pathNot: `${server}/rooms/[^/]+/index\\.ts$` },
    },
    {
      name: 'every-room-has-a-floor',
      comment: 'a new room is entered in tools/house/floors.mjs',
      severity: 'error',
      from: {},
      to: { path: `${server}/rooms/`, pathNot: `${server}/rooms/(${ROOMS.join('|')})/` },
    },
    ...floorWalls,
    {
      name: 'server-knows-no-web',
      severity: 'error',
      from: { path: '^packages/server/' },
      to: { path: '^packages/web/' },
    },
    {
      name: 'web-knows-no-server',
      severity: 'error',
      from: { path: '^packages/web/' },
      to: { path: '^packages/server/' },
    },
    {
      name: 'web-takes-only-types-from-contract',
      comment: 'validators stay on the server; the bundle stays small',
      severity: 'error',
      from: { path: '^packages/web/src', pathNot: TEST },
      to: { path: '^packages/contract/src', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-knows-no-app',
      severity: 'error',
      from: { path: '^packages/web/src/shared/' },
      to: { path: '^packages/web/src/(office|field|public)/' },
    },
    {
      name: 'apps-do-not-import-each-other',
      comment: 'the field app and the public pages must not grow by the office app',
      severity: 'error',
      from: { path: '^packages/web/src/(office|field|public)/' },
      to: { path: '^packages/web/src/(office|field|public)/', pathNot: '^packages/web/src/$1/' },
    },
    {
      name: 'features-do-not-import-each-other',
      comment: 'what two features need goes to shared; the shell and the router know them all',
      severity: 'error',
      from: { path: '^packages/web/src/office/([^/]+)/', pathNot: '^packages/web/src/office/shell/' },
      to: {
        path: '^packages/web/src/office/([^/]+)/',
        pathNot: ['^packages/web/src/office/$1/', '^packages/web/src/office/shell/'],
      },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: TEST },
      to: { path: TEST },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-types|paraglide)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@chuangcheng/source', 'import', 'node', 'default'],
      mainFields: ['module', 'main'],
    },
  },
}
