import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'

/** Makes what a schema asks for when the first value comes. */
function whenFirstNeeded<Given extends unknown[], Answer>(
  make: () => (...given: Given) => Answer,
): (...given: Given) => Answer {
  let made: ((...given: Given) => Answer) | undefined
  return (...given) => {
    made ??= make()
    return made(...given)
  }
}

/** Schemas of requests and answers are compiled by the first that needs them: a start needs none of some hundreds. */
export function compileWhenNeeded(app: FastifyInstance): void {
  const serializerOf = SerializerSelector()({}, {})
  app.setValidatorCompiler((schema) => whenFirstNeeded(() => TypeBoxValidatorCompiler(schema)))
  app.setSerializerCompiler(({ httpStatus = '', ...route }) =>
    whenFirstNeeded(() => serializerOf({ ...route, httpStatus })),
  )
}
