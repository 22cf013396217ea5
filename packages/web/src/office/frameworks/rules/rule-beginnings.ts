import { defaultRule, type RuleKind } from '@chuangcheng/domain'
import type { Rule } from '../node-values.ts'

export type SimpleRule = Extract<Rule, { kind: 'composite' }>['parts'][number]['rule']
export type SiteRule = Extract<SimpleRule, { kind: 'meanOverSites' }>['of']
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>

/** A rule of a kind with what is usual filled in and what must be decided left open. */
export const beginningOf = <Kind extends RuleKind>(kind: Kind): RuleOf<Kind> =>
  // The domain's rules are those of the contract, only that nobody may change them in place.
  structuredClone(defaultRule(kind)) as RuleOf<Kind>
