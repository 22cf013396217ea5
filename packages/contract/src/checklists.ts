import { CHECKLIST_KINDS, DIRECTIONS, ITEM_GUESSES, PHOTO_RULES, VERSION_STATES } from '@chuangcheng/domain'
import { Type } from 'typebox'
import {
  BasedOn,
  ById,
  Code,
  Done,
  endpoint,
  Id,
  Instant,
  Name,
  Nullable,
  oneOf,
  Reference,
} from './endpoint.ts'
import { importEndpoints } from './imports.ts'
import { Bands, Grades, Points } from './rules.ts'

export const AnswerShape = Type.Union([
  Type.Object({ kind: Type.Literal('binary') }),
  Type.Object({ kind: Type.Literal('countBands'), bands: Bands }),
  Type.Object({ kind: Type.Literal('grade'), grades: Grades }),
  Type.Object({
    kind: Type.Literal('number'),
    unit: Type.String({ maxLength: 20 }),
    direction: oneOf(DIRECTIONS),
    target: Nullable(Type.Number({ minimum: -1e12, maximum: 1e12 })),
  }),
])

export const ItemShape = Type.Object({
  id: Id,
  code: Type.String({ minLength: 1, maxLength: 40, pattern: '^\\S+$' }),
  text: Name(1000),
  dimension: Name(30),
  answer: AnswerShape,
  protocol: Type.String({ maxLength: 1000 }),
  exemptions: Type.Array(Name(300), { maxItems: 20 }),
  photo: oneOf(PHOTO_RULES),
  photoPurpose: Type.String({ maxLength: 200 }),
  handOver: Type.Boolean(),
  weight: Points,
  guesses: Type.Array(oneOf(ITEM_GUESSES)),
})

export const ChecklistVersionRow = Type.Object({
  id: Id,
  number: Type.Integer(),
  state: oneOf(VERSION_STATES),
  itemCount: Type.Integer(),
  publishedAt: Nullable(Instant),
  updatedAt: Instant,
})

export const ChecklistRow = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  kind: oneOf(CHECKLIST_KINDS),
  siteTypes: Type.Array(Reference),
  retired: Type.Boolean(),
  revision: Type.Integer(),
  /** the version that counts now, and the draft if there is one */
  published: Nullable(ChecklistVersionRow),
  draft: Nullable(ChecklistVersionRow),
})

const checklistFields = {
  code: Code,
  name: Name(100),
  kind: oneOf(CHECKLIST_KINDS),
  siteTypeIds: Type.Array(Id, { maxItems: 200, uniqueItems: true }),
}

export const listChecklists = endpoint({
  operationId: 'listChecklists',
  method: 'GET',
  path: '/api/checklists',
  gate: 'checklist.read',
  summary: 'Checklists (检查表) and standards, by code; and the site types that have none',
  query: Type.Object({ siteTypeId: Type.Optional(Id), text: Type.Optional(Type.String({ maxLength: 100 })) }),
  response: Type.Object({ items: Type.Array(ChecklistRow), typesWithout: Type.Array(Reference) }),
})

export const adoptDefaultChecklists = endpoint({
  operationId: 'adoptDefaultChecklists',
  method: 'POST',
  path: '/api/checklists/defaults',
  gate: 'checklist.edit',
  summary:
    'Add the drafts that ship with the product for the site types of the city that have no checklist; types it lacks are added when wanted',
  body: Type.Object({ addTypes: Type.Boolean() }),
  response: Type.Object({
    addedCount: Type.Integer(),
    itemCount: Type.Integer(),
    addedTypeCount: Type.Integer(),
    keptCount: Type.Integer({ description: 'shipped checklists that stand already' }),
    unmatched: Type.Array(Type.String(), {
      description: 'shipped checklists for which the city has no type',
    }),
  }),
  problems: ['access.out-of-scope'],
})

export const addChecklist = endpoint({
  operationId: 'addChecklist',
  method: 'POST',
  path: '/api/checklists',
  gate: 'checklist.edit',
  summary: 'Add a checklist or a standard, with an empty draft',
  body: Type.Object({ id: Id, versionId: Id, ...checklistFields }),
  response: ChecklistRow,
  problems: ['duplicate', 'not-found', 'access.out-of-scope'],
})

export const ChecklistPage = Type.Object({
  ...ChecklistRow.properties,
  versions: Type.Array(ChecklistVersionRow, { description: 'the latest first' }),
})

export const getChecklist = endpoint({
  operationId: 'getChecklist',
  method: 'GET',
  path: '/api/checklists/:id',
  gate: 'checklist.read',
  summary: 'One checklist with its versions',
  params: ById,
  response: ChecklistPage,
  problems: ['not-found'],
})

export const changeChecklist = endpoint({
  operationId: 'changeChecklist',
  method: 'PATCH',
  path: '/api/checklists/:id',
  gate: 'checklist.edit',
  summary: 'Change a checklist’s code, name, site types, or retire it',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    ...Type.Partial(Type.Object(checklistFields)).properties,
    retired: Type.Optional(Type.Boolean()),
  }),
  response: ChecklistPage,
  problems: ['not-found', 'changed-meanwhile', 'duplicate', 'access.out-of-scope'],
})

export const ChecklistVersionPage = Type.Object({
  ...ChecklistVersionRow.properties,
  checklist: Type.Object({ id: Id, code: Type.String(), name: Type.String(), kind: oneOf(CHECKLIST_KINDS) }),
  siteTypes: Type.Array(Reference),
  /** how a site of this sort is walked as a whole: 沿街 300 米, 07:40–08:30 … */
  protocol: Type.String(),
  items: Type.Array(ItemShape),
  guessCount: Type.Integer(),
  revision: Type.Integer(),
})

export const getChecklistVersion = endpoint({
  operationId: 'getChecklistVersion',
  method: 'GET',
  path: '/api/checklist-versions/:id',
  gate: 'checklist.read',
  summary: 'One version with its items, as the inspector will see it',
  params: ById,
  response: ChecklistVersionPage,
  problems: ['not-found'],
})

export const saveChecklistDraft = endpoint({
  operationId: 'saveChecklistDraft',
  method: 'PUT',
  path: '/api/checklist-versions/:id',
  gate: 'checklist.edit',
  summary: 'Save a draft’s items and protocol as a whole',
  params: ById,
  body: Type.Object({
    basedOn: BasedOn,
    protocol: Type.String({ maxLength: 1000 }),
    items: Type.Array(ItemShape, { maxItems: 500 }),
  }),
  response: ChecklistVersionPage,
  problems: [
    'not-found',
    'changed-meanwhile',
    'checklist.not-a-draft',
    'checklist.code-twice',
    'checklist.item-invalid',
    'checklist.item-elsewhere',
    'duplicate',
    'access.out-of-scope',
  ],
})

export const draftChecklist = endpoint({
  operationId: 'draftChecklist',
  method: 'POST',
  path: '/api/checklists/:id/draft',
  gate: 'checklist.edit',
  summary: 'A new draft from the published version; the one that stands, if there is one',
  params: ById,
  body: Type.Object({ versionId: Id }),
  response: ChecklistVersionPage,
  problems: ['not-found', 'duplicate', 'access.out-of-scope'],
})

export const publishChecklistVersion = endpoint({
  operationId: 'publishChecklistVersion',
  method: 'POST',
  path: '/api/checklist-versions/:id/publication',
  gate: 'checklist.edit',
  summary: 'Publish a draft: it never changes again, and the version before it is withdrawn',
  params: ById,
  body: Type.Object({ basedOn: BasedOn }),
  response: ChecklistVersionPage,
  problems: [
    'not-found',
    'changed-meanwhile',
    'checklist.not-a-draft',
    'checklist.empty',
    'checklist.item-invalid',
    'access.out-of-scope',
  ],
})

export const publishAllChecklists = endpoint({
  operationId: 'publishAllChecklists',
  method: 'POST',
  path: '/api/checklists/publication',
  gate: 'checklist.edit',
  summary: 'Publish every draft that can be; the others are named with their reason',
  body: Type.Object({}),
  response: Type.Object({
    publishedCount: Type.Integer(),
    refused: Type.Array(Type.Object({ id: Id, name: Type.String(), text: Type.String() })),
  }),
  problems: ['access.out-of-scope'],
})

export const removeChecklistDraft = endpoint({
  operationId: 'removeChecklistDraft',
  method: 'DELETE',
  path: '/api/checklist-versions/:id',
  gate: 'checklist.edit',
  summary: 'Throw a draft away; its checklist goes too when nothing was ever published',
  params: ById,
  response: Done,
  problems: ['not-found', 'checklist.not-a-draft', 'access.out-of-scope'],
})

export const exportChecklists = endpoint({
  operationId: 'exportChecklists',
  method: 'GET',
  path: '/api/checklists/export',
  gate: 'checklist.read',
  summary: 'Checklists as an Excel workbook that imports back equal: all of them, or one',
  query: Type.Object({ checklistId: Type.Optional(Id) }),
  response: 'bytes',
  problems: ['not-found'],
})

const checklists = importEndpoints('Checklists', '/api/checklists', 'checklist.edit')
export const previewChecklistsImport = checklists.preview
export const importChecklists = checklists.run
