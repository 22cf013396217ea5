import { allEndpoints } from '@chuangcheng/contract'

/** For the web client: where each operation lives. The types come from the contract, the validators stay on the server. */
export const generateEndpoints = (): string =>
  [
    '// Made from packages/contract by `npm run generate`; a check fails when it is out of date.',
    'export const ENDPOINTS = {',
    ...allEndpoints.map(({ operationId, method, path }) => `  ${operationId}: ['${method}', '${path}'],`),
    '} as const',
    '',
  ].join('\n')
