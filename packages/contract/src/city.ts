import { Type } from 'typebox'
import { Code, Done, endpoint, Id, Instant, Name, oneOf } from './endpoint.ts'

const City = Type.Object({ id: Id, code: Type.String(), name: Type.String(), createdAt: Instant })

export const getCity = endpoint({
  operationId: 'getCity',
  method: 'GET',
  path: '/api/city',
  gate: 'city.read',
  summary: 'The city and its settings',
  response: City,
})

export const changeCity = endpoint({
  operationId: 'changeCity',
  method: 'PATCH',
  path: '/api/city',
  gate: 'city.edit',
  summary: 'Rename the city',
  body: Type.Object({ name: Name(100) }),
  response: City,
})

export const getSetUp = endpoint({
  operationId: 'getSetUp',
  method: 'GET',
  path: '/api/set-up',
  gate: 'public',
  summary: 'Whether a city has been set up, and which cities one can sign in to',
  response: Type.Object({
    done: Type.Boolean(),
    cities: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  }),
})

export const setUpCity = endpoint({
  operationId: 'setUpCity',
  method: 'POST',
  path: '/api/set-up',
  gate: 'public',
  summary: 'Found a city with its first administrator, by the one-time link printed at the first start',
  body: Type.Object({
    token: Type.String({ minLength: 10, maxLength: 200 }),
    code: Code,
    name: Name(100),
    administrator: Type.Object({
      userName: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,63}$' }),
      name: Name(60),
      password: Type.String({ maxLength: 1000 }),
    }),
    start: oneOf(['empty', 'qinglan']),
  }),
  guessable: true,
  response: Done,
  problems: ['set-up.done', 'set-up.link-wrong', 'password.too-short', 'password.too-simple'],
})
