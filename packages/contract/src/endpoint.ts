import type { Permission, ProblemCode } from '@chuangcheng/domain'
import { type Static, type TSchema, Type } from 'typebox'

/** Who may call: a permission, anybody signed in, or anybody at all. */
export type Gate = Permission | 'signedIn' | 'public'

/** One endpoint as data: route, validator, serializer, OpenAPI operation, access row and the web client's types come from it. */
export type Endpoint = {
  readonly operationId: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly gate: Gate
  readonly summary: string
  readonly params?: TSchema
  readonly query?: TSchema
  /** `bytes`: the body is a file, streamed */
  readonly body?: TSchema | 'bytes'
  /** `bytes`: the answer is a file, streamed */
  readonly response: TSchema | 'bytes'
  readonly problems?: readonly ProblemCode[]
  /** a secret could be guessed here: one address may try only a few times a minute */
  readonly guessable?: true
}

export const endpoint = <const E extends Endpoint>(definition: E): E => definition

type StaticOf<S> = S extends TSchema ? Static<S> : undefined

export type ParamsOf<E extends Endpoint> = StaticOf<E['params']>
export type QueryOf<E extends Endpoint> = StaticOf<E['query']>
export type BodyOf<E extends Endpoint> = E['body'] extends 'bytes' ? 'bytes' : StaticOf<E['body']>

/** The same shape, read only to its leaves: what a handler answers is serialized, never changed. */
export type Unchanging<T> = T extends readonly (infer I)[]
  ? readonly Unchanging<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Unchanging<T[K]> }
    : T

export type ResponseOf<E extends Endpoint> = E['response'] extends 'bytes' ? 'bytes' : StaticOf<E['response']>

export const Id = Type.String({ format: 'uuid', description: 'UUIDv7' })
export const ById = Type.Object({ id: Id })
export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
export const Day = Type.String({
  format: 'date',
  pattern: '^(?!0000)\\d{4}-\\d{2}-\\d{2}$',
  description: 'a local date, YYYY-MM-DD',
})
export const Instant = Type.String({ format: 'date-time', description: 'UTC' })
export const Name = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
export const Code = Type.String({ minLength: 1, maxLength: 32, pattern: '^[^\\s]+$' })
export const oneOf = <const V extends readonly string[]>(values: V) =>
  Type.Unsafe<V[number]>(Type.String({ enum: [...values] }))
/** The revision a change was made from; another one in the database means somebody else was faster. */
export const BasedOn = Type.Integer({ minimum: 1, description: 'revision this change is based on' })
/** Something another record points to, with the name to show. */
export const Reference = Type.Object({ id: Id, name: Type.String() })
export const Done = Type.Object({ done: Type.Boolean() })

/** Keyset paging: `after` is the `next` of the page before. */
export const paging = {
  after: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
}
export const Page = <S extends TSchema>(item: S) =>
  Type.Object({ items: Type.Array(item), next: Nullable(Type.String()) })

export const Longitude = Type.Number({ minimum: -180, maximum: 180 })
export const Latitude = Type.Number({ minimum: -90, maximum: 90 })
/** GeoJSON travels as it is stored; the shape is that of RFC 7946. */
export const FeatureCollection = Type.Object(
  { type: Type.Literal('FeatureCollection'), features: Type.Array(Type.Unknown()) },
  { description: 'GeoJSON FeatureCollection, WGS84' },
)
