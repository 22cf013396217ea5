import type { DutyRole } from '../duty/duty.ts'
import type { AssessmentMethod, CriterionOrigin, CriterionRole, Guess, NodeKind } from './framework.ts'
import type { Rule } from './rule.ts'

/** Who answers for a criterion, as its row says. */
export type SheetDuty = {
  readonly role: DutyRole
  readonly organizationId: string
  readonly share: number | null
}

/** What the columns beside the tree say of a node; of an indicator only points and note. */
export type SheetContent = {
  readonly points: number | null
  readonly role: CriterionRole
  readonly origin: CriterionOrigin
  readonly methods: readonly AssessmentMethod[]
  readonly rule: Rule | null
  readonly siteTypeIds: readonly string[]
  readonly note: string
  readonly leadHint: string
  readonly guesses: readonly Guess[]
  readonly duties: readonly SheetDuty[]
}

/** A node as a sheet holds it (表格里的一个节点), while the tree is being built. */
export type SheetNode = SheetContent & {
  readonly line: number
  readonly parent: SheetNode | null
  readonly kind: NodeKind
  readonly text: string
  /** null = the sheet has none, one is made from the place in the tree */
  readonly code: string | null
}

export const NO_CONTENT: SheetContent = {
  points: null,
  role: 'ordinary',
  origin: 'core',
  methods: [],
  rule: null,
  siteTypeIds: [],
  note: '',
  leadHint: '',
  guesses: [],
  duties: [],
}

export const depthOf = (node: SheetNode): number => (node.parent === null ? 1 : depthOf(node.parent) + 1)
