import { ruleFlaws } from '@chuangcheng/domain'
import { explainFlaw, m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { formatCount } from '../../../shared/language/format.ts'
import { useLocale } from '../../../shared/language/locale.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import { type FrameworkNode, forgetCounts, keepNode, type Version } from '../framework-queries.ts'
import type { Forest } from '../framework-tree.ts'
import { ruleKindName } from '../framework-words.ts'
import { grouped } from '../grouped.ts'
import type { Rule } from '../node-values.ts'
import { RuleField } from '../rules/rule-field.tsx'
import { CriterionHead } from './criterion-head.tsx'
import { isRuleOpen, isRuleReady } from './guide-progress.ts'
import { QueueSheet } from './queue-sheet.tsx'
import { useConfirming } from './use-confirming.ts'
import { type Queue, useQueue } from './use-queue.ts'
import { useQueueKeys } from './use-queue-keys.ts'

type Props = { version: Version; forest: Forest<FrameworkNode> }

/** Rules and targets, one criterion after another; complete suppositions can be confirmed by the kind. */
export function RulesStep({ version, forest }: Props) {
  const open = [...forest.byId.values()].filter(isRuleOpen)
  const queue = useQueue(open.map(({ id }) => id))
  const [last, setLast] = useState<Rule | null>(null)
  const node = queue.current === null ? undefined : forest.byId.get(queue.current)
  if (!node) {
    return (
      <div className="sheet">
        <EmptyState title={m['office.frameworks.guide.rulesDone']()} />
      </div>
    )
  }
  return (
    <QueueSheet
      title={m['office.frameworks.guide.rules']()}
      queue={queue}
      forest={forest}
      many={<ConfirmByKind version={version} nodes={open.filter(isRuleReady)} />}
    >
      <RuleCard
        key={node.id}
        version={version}
        forest={forest}
        node={node}
        queue={queue}
        last={last}
        onSaved={setLast}
      />
    </QueueSheet>
  )
}

/** “按问题数定档 34 条：全部确认”: what says everything and only waits for somebody to agree. */
function ConfirmByKind({ version, nodes }: { version: Version; nodes: readonly FrameworkNode[] }) {
  const confirming = useConfirming(version.id, 'rule')
  if (nodes.length === 0 && !confirming.isPending) return null
  const kinds = grouped(nodes, ({ rule }) => rule?.kind)
  return (
    <section className="notice notice-hint guide-many">
      <div>
        <h2 className="notice-title">{m['office.frameworks.guide.rulesGuessed']()}</h2>
        <p>{m['office.frameworks.guide.rulesGuessedHint']()}</p>
      </div>
      <div className="guide-kinds">
        {[...kinds].map(
          ([kind, group]) =>
            kind && (
              <Button key={kind} disabled={confirming.isPending} onClick={() => confirming.mutate(group)}>
                {m['office.frameworks.guide.confirmKind']({
                  kind: ruleKindName(kind),
                  count: formatCount(group.length),
                })}
              </Button>
            ),
        )}
      </div>
      <ProblemNotice error={confirming.error} />
    </section>
  )
}

type CardProps = Props & {
  node: FrameworkNode
  queue: Queue
  /** the rule of the one before */
  last: Rule | null
  onSaved: (rule: Rule) => void
}

function RuleCard({ version, forest, node, queue, last, onSaved }: CardProps) {
  const queries = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [rule, setRule] = useState<Rule | null>(node.rule)
  const flaws = rule === null ? [] : ruleFlaws(rule, node)
  const isReady = rule !== null && flaws.length === 0
  const saving = useMutation({
    mutationFn: async (rule: Rule) => {
      const changed = JSON.stringify(rule) !== JSON.stringify(node.rule)
      const confirm = node.guesses.includes('rule') ? { confirm: ['rule' as const] } : {}
      const body = { basedOn: node.revision, ...(changed && { rule }), ...confirm }
      keepNode(queries, version.id, await call('changeFrameworkNode', { params: { id: node.id }, body }))
      onSaved(rule)
    },
    onSuccess: () => {
      queue.goOn(new Set([node.id]))
      return forgetCounts(queries, version.id)
    },
  })
  useFirstOpenField(form)
  const again = last !== null && node.rule === null && ruleFlaws(last, node).length === 0 ? last : null
  useQueueKeys(queue, (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input:not([readonly])')
    if (event.key === '1' && again && !isTyping && !saving.isPending) saving.mutate(again)
  })
  return (
    <form
      ref={form}
      className="queue-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (rule && isReady) saving.mutate(rule)
      }}
    >
      <CriterionHead node={node} forest={forest} />
      {node.guesses.includes('rule') && (
        <p className="guess-mark">
          <StatusTag tone="caution">{m['office.frameworks.guess']()}</StatusTag>{' '}
          {m['office.frameworks.guide.ruleGuess']()}
        </p>
      )}
      {again && (
        <Button disabled={saving.isPending} onClick={() => saving.mutate(again)} className="rule-again">
          <kbd>1</kbd> {m['office.frameworks.guide.ruleAgain']({ kind: ruleKindName(again.kind) })}
        </Button>
      )}
      <RuleField value={rule} onChange={setRule} />
      {node.note !== '' && <p className="node-hint">{node.note}</p>}
      <Flaws flaws={flaws} />
      <ProblemNotice error={saving.error} />
      <div className="queue-buttons">
        <Button onClick={() => queue.goBy(-1)}>{m['office.frameworks.guide.previous']()}</Button>
        <Button onClick={() => queue.goOn()}>{m['office.frameworks.guide.skip']()}</Button>
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={saving.isPending}>
          {m['office.frameworks.guide.confirmNext']()} <kbd>Enter</kbd>
        </Button>
      </div>
    </form>
  )
}

function Flaws({ flaws }: { flaws: ReturnType<typeof ruleFlaws> }) {
  const locale = useLocale()
  if (flaws.length === 0) return null
  return (
    <ul className="rule-flaws">
      {flaws.map((flaw) => (
        <li key={`${flaw.code} ${flaw.path.join('.')}`}>{explainFlaw(locale, flaw)}</li>
      ))}
    </ul>
  )
}

/** The place where something is missing takes the keyboard; where nothing is, the button that goes on. */
function useFirstOpenField(form: { readonly current: HTMLFormElement | null }): void {
  useEffect(() => {
    const open = form.current?.querySelector<HTMLElement>('.ant-input-number-status-warning input')
    const submit = form.current?.querySelector<HTMLElement>('button[type="submit"]:not(:disabled)')
    ;(open ?? submit)?.focus({ preventScroll: true })
  }, [form])
}
