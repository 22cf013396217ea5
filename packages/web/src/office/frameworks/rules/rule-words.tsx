import './rules.css'
import { explainRule, m } from '@chuangcheng/messages'
import { useLocale } from '../../../shared/language/locale.ts'
import type { Rule } from '../node-values.ts'

/** What a rule means, in a sentence anybody understands. */
export function RuleWords({ rule }: { rule: Rule | null }) {
  const locale = useLocale()
  return (
    <div className={rule ? 'rule-words' : 'rule-words rule-words-open'} role="status">
      <p className="rule-words-label">{m['office.frameworks.rule.inWords']()}</p>
      <p>{rule ? explainRule(locale, rule) : m['office.frameworks.rule.none']()}</p>
    </div>
  )
}
