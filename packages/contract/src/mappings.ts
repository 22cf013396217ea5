import { MAPPING_STATES } from '@chuangcheng/domain'
import { Type } from 'typebox'
import { ById, endpoint, Id, Nullable, oneOf, Page, paging, Reference } from './endpoint.ts'
import { Points } from './rules.ts'

/** A tie between a checklist's item and a criterion of one framework version (检查项 ↔ 测评标准). */
export const MappingRow = Type.Object({
  itemId: Id,
  itemCode: Type.String(),
  itemText: Type.String(),
  dimension: Type.String(),
  checklist: Reference,
  criterionId: Id,
  criterionCode: Type.String(),
  criterionText: Type.String(),
  /** the indicators above the criterion, the highest first */
  criterionPath: Type.Array(Type.String()),
  weight: Points,
  state: oneOf(MAPPING_STATES),
  /** how near the texts are, 0–1; null = tied by a person */
  likeness: Nullable(Type.Number()),
})

export const listMappings = endpoint({
  operationId: 'listMappings',
  method: 'GET',
  path: '/api/framework-versions/:id/mappings',
  gate: 'framework.read',
  summary: 'Ties between items and criteria of a version, by checklist and item, best guess first',
  params: ById,
  query: Type.Object({
    ...paging,
    state: Type.Optional(oneOf(MAPPING_STATES)),
    checklistId: Type.Optional(Id),
    criterionId: Type.Optional(Id),
    itemId: Type.Optional(Id),
    text: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  response: Page(MappingRow),
  problems: ['not-found', 'cursor.invalid'],
})

export const proposeMappings = endpoint({
  operationId: 'proposeMappings',
  method: 'POST',
  path: '/api/framework-versions/:id/mappings/proposals',
  gate: 'framework.edit',
  summary: 'Propose ties from the texts, as guesses; what a person decided stays',
  params: ById,
  body: Type.Object({}),
  response: Type.Object({ proposedCount: Type.Integer(), keptCount: Type.Integer() }),
  problems: ['not-found', 'access.out-of-scope'],
})

export const decideMappings = endpoint({
  operationId: 'decideMappings',
  method: 'POST',
  path: '/api/framework-versions/:id/mappings/decisions',
  gate: 'framework.edit',
  summary: 'Confirm, refuse or make ties, many at once; also after publication, where it is recorded',
  params: ById,
  body: Type.Object({
    decisions: Type.Array(
      Type.Object({
        itemId: Id,
        criterionId: Id,
        state: oneOf(MAPPING_STATES),
        weight: Type.Optional(Points),
      }),
      { minItems: 1, maxItems: 500 },
    ),
  }),
  response: Type.Object({ changedCount: Type.Integer() }),
  problems: ['not-found', 'mapping.criterion-elsewhere', 'framework.points-decimals', 'access.out-of-scope'],
})

export const getMappingCoverage = endpoint({
  operationId: 'getMappingCoverage',
  method: 'GET',
  path: '/api/framework-versions/:id/mappings/coverage',
  gate: 'framework.read',
  summary:
    'Both ways: criteria to be inspected on site that no item observes, and items that feed no criterion',
  params: ById,
  response: Type.Object({
    confirmedCount: Type.Integer(),
    guessCount: Type.Integer(),
    observedCriterionCount: Type.Integer(),
    inspectedCriterionCount: Type.Integer({ description: 'criteria whose methods include looking on site' }),
    feedingItemCount: Type.Integer(),
    itemCount: Type.Integer(),
    unobserved: Type.Array(
      Type.Object({ id: Id, code: Type.String(), text: Type.String(), guessCount: Type.Integer() }),
    ),
    feedingNothing: Type.Array(
      Type.Object({
        id: Id,
        code: Type.String(),
        text: Type.String(),
        checklist: Reference,
        guessCount: Type.Integer(),
      }),
    ),
  }),
  problems: ['not-found'],
})
