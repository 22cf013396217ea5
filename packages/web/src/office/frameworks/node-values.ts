import type { FrameworkNode } from './framework-queries.ts'

export type Rule = NonNullable<FrameworkNode['rule']>

/** What can be changed of a node. */
export type NodeValues = Pick<
  FrameworkNode,
  'code' | 'text' | 'points' | 'role' | 'origin' | 'methods' | 'rule' | 'siteTypeIds' | 'note'
>

export const valuesOf = (node: NodeValues): NodeValues => ({
  code: node.code,
  text: node.text,
  points: node.points,
  role: node.role,
  origin: node.origin,
  methods: node.methods,
  rule: node.rule,
  siteTypeIds: node.siteTypeIds,
  note: node.note,
})

export const tidy = (values: NodeValues): NodeValues => ({
  ...values,
  code: values.code.trim(),
  text: values.text.trim(),
  note: values.note.trim(),
})

/** A criterion nobody has said anything about yet. */
export const FRESH: Omit<NodeValues, 'code' | 'text'> = {
  points: null,
  role: 'ordinary',
  origin: 'core',
  methods: [],
  rule: null,
  siteTypeIds: [],
  note: '',
}
