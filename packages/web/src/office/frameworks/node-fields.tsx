import { ASSESSMENT_METHODS, CRITERION_ORIGINS, CRITERION_ROLES, type Guess } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { call } from '../../shared/api/client.ts'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import type { FrameworkNode, Version } from './framework-queries.ts'
import { methodName, originName, roleName } from './framework-words.ts'
import { LeadField } from './lead-field.tsx'
import { fourDecimals } from './points-rule.ts'
import { RuleField } from './rules/rule-field.tsx'

type Props = { version: Version; node: FrameworkNode; onConfirm: (guess: Guess) => void }

/** Every field of a node; an indicator has only the first three and the note. */
export function NodeFields({ version, node, onConfirm }: Props) {
  const criterion = node.kind === 'criterion'
  const guess = (name: Guess) => <GuessMark node={node} guess={name} onConfirm={onConfirm} />
  return (
    <>
      <div data-field="text">
        <Form.Item
          name="text"
          label={criterion ? m['office.frameworks.field.criterionText']() : m['office.field.name']()}
          rules={[{ required: true, whitespace: true, message: m['office.frameworks.textMissing']() }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      </div>
      <div className="form-pair">
        <Form.Item
          name="code"
          label={m['office.field.code']()}
          rules={[{ required: true, whitespace: true, message: m['office.form.codeMissing']() }]}
        >
          <Input maxLength={40} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <div data-field="points">
          <Form.Item
            name="points"
            label={<Labelled label={m['office.frameworks.field.points']()}>{guess('points')}</Labelled>}
            extra={criterion ? undefined : m['office.frameworks.pointsOfIndicator']()}
            rules={[fourDecimals()]}
          >
            <InputNumber min={0} max={100_000} className="number-wide" />
          </Form.Item>
        </div>
      </div>
      {criterion && <CriterionFields version={version} node={node} guess={guess} />}
      <Form.Item name="note" label={m['office.frameworks.field.note']()}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={2000} />
      </Form.Item>
    </>
  )
}

type CriterionProps = { version: Version; node: FrameworkNode; guess: (name: Guess) => ReactNode }

function CriterionFields({ version, node, guess }: CriterionProps) {
  return (
    <>
      <Form.Item name="role" label={m['office.frameworks.field.role']()}>
        <Radio.Group
          className="choice-row"
          options={CRITERION_ROLES.map((value) => ({ value, label: roleName(value) }))}
        />
      </Form.Item>
      <Form.Item name="origin" label={m['office.frameworks.field.origin']()}>
        <Radio.Group
          className="choice-row"
          options={CRITERION_ORIGINS.map((value) => ({ value, label: originName(value) }))}
        />
      </Form.Item>
      <Form.Item name="methods" label={m['office.frameworks.field.methods']()}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={ASSESSMENT_METHODS.map((value) => ({ value, label: methodName(value) }))}
        />
      </Form.Item>
      <div data-field="rule" className="node-rule">
        <Labelled label={m['office.frameworks.field.rule']()}>{guess('rule')}</Labelled>
        <Form.Item name="rule" noStyle>
          <RuleField />
        </Form.Item>
      </div>
      <div data-field="siteTypes">
        <Form.Item name="siteTypeIds" label={m['office.frameworks.field.siteTypes']()}>
          <SiteTypeSelect />
        </Form.Item>
      </div>
      <div data-field="duties" className="node-lead">
        <Labelled label={m['office.frameworks.field.lead']()}>{guess('lead')}</Labelled>
        <LeadField versionId={version.id} node={node} />
      </div>
    </>
  )
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="node-label">
      {label}
      {children}
    </span>
  )
}

type MarkProps = { node: FrameworkNode; guess: Guess; onConfirm: (guess: Guess) => void }

/** What the draft only supposes is said to be a supposition; one press makes it a decision. */
function GuessMark({ node, guess, onConfirm }: MarkProps) {
  if (!node.guesses.includes(guess)) return null
  return (
    <span className="guess-mark">
      <StatusTag tone="caution">{m['office.frameworks.guess']()}</StatusTag>
      {guess !== 'lead' && (
        <Button size="small" onClick={() => onConfirm(guess)}>
          {m['office.frameworks.confirm']()}
        </Button>
      )}
    </span>
  )
}

type SelectProps = { id?: string; value?: string[]; onChange?: (ids: string[]) => void }

/** At which sites a criterion is looked at. */
function SiteTypeSelect({ id, value, onChange }: SelectProps) {
  const { data, isPending } = useSiteTypes()
  return (
    <Select<string[]>
      {...(id && { id })}
      mode="multiple"
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={m['office.frameworks.siteTypesHint']()}
      value={value ?? []}
      options={(data?.items ?? []).map((type) => ({ value: type.id, label: type.name }))}
      onChange={(ids: string[]) => onChange?.(ids)}
    />
  )
}

export const useSiteTypes = () =>
  useQuery({
    queryKey: ['site-types', 'all'],
    queryFn: ({ signal }) => call('listSiteTypes', { signal }),
    staleTime: 60_000,
  })
