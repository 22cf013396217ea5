import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { call, type Response } from '../../shared/api/client.ts'
import { DayInput } from '../../shared/form/day-input.tsx'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { forgetBriefings, type Scored, type Source, useProposal, useScored } from './briefing-queries.ts'

type Proposal = Response<'proposeBriefing'>
type Heading = Pick<Proposal, 'title' | 'documentNumber' | 'issuer' | 'addressee' | 'signedOn' | 'nextSteps'>

const NOTHING: Heading = {
  title: '',
  documentNumber: '',
  issuer: '',
  addressee: '',
  signedOn: '',
  nextSteps: '',
}

function headingOf(proposal: Proposal | undefined): Heading {
  if (!proposal) return NOTHING
  const { title, documentNumber, issuer, addressee, signedOn, nextSteps } = proposal
  return { title, documentNumber, issuer, addressee, signedOn, nextSteps }
}

/** `a:` an assessment, `r:` a round: what the choice stands for. */
function sourceOf(choice: string | null): Source | null {
  if (choice === null) return null
  const id = choice.slice(2)
  return choice.startsWith('a:') ? { assessmentId: id } : { roundIds: [id] }
}

/** The latest assessment, else the latest round. */
function usual({ items, rounds }: Scored): string | null {
  const [[assessment], [round]] = [items, rounds]
  if (assessment) return `a:${assessment.id}`
  return round ? `r:${round.id}` : null
}

const optionsOf = ({ items, rounds }: Scored) =>
  [
    {
      label: m['office.briefings.assessments'](),
      options: items.map(({ id, name }) => ({ value: `a:${id}`, label: name })),
    },
    {
      label: m['office.briefings.rounds'](),
      options: rounds.map(({ id, name }) => ({ value: `r:${id}`, label: name })),
    },
  ].filter(({ options }) => options.length > 0)

/** Makes a briefing: what from is chosen, everything else is proposed and may be changed. */
export function MakeDrawer({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const scored = useScored()
  const [chosen, setChosen] = useState<string | null>(null)
  // Made once: making again after a cut connection must not make a second one.
  const [id] = useState(() => newId())
  const choice = chosen ?? (scored.data ? usual(scored.data) : null)
  const source = sourceOf(choice)
  const proposal = useProposal(source)
  const save = async (heading: Heading) => {
    await call('makeBriefing', { body: { id, ...source, ...heading, title: heading.title.trim() } })
    await forgetBriefings(queries)
    await navigate({ to: '/briefings/$id', params: { id } })
  }
  return (
    <FormDrawer<Heading>
      title={m['office.briefings.make']()}
      lead={m['office.briefings.makeLead']()}
      values={headingOf(proposal.data)}
      submitLabel={m['office.briefings.makeNow']()}
      save={save}
      onClose={onClose}
    >
      <ProblemNotice error={scored.error ?? proposal.error} />
      <Form.Item label={m['office.briefings.source']()} required htmlFor="briefing-source">
        <Select
          id="briefing-source"
          aria-label={m['office.briefings.source']()}
          value={choice}
          loading={scored.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={scored.data ? optionsOf(scored.data) : []}
          onChange={(next) => setChosen(next)}
        />
      </Form.Item>
      <HeadingFields />
    </FormDrawer>
  )
}

function HeadingFields() {
  return (
    <>
      <Form.Item
        name="title"
        label={m['office.briefings.titleField']()}
        rules={[{ required: true, whitespace: true, message: m['office.briefings.titleMissing']() }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="documentNumber" label={m['office.briefings.documentNumber']()}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="issuer"
        label={m['office.briefings.issuer']()}
        rules={[{ required: true, whitespace: true, message: m['office.briefings.issuerMissing']() }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="addressee" label={m['office.briefings.addressee']()}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="signedOn"
        label={m['office.briefings.signedOn']()}
        rules={[{ required: true, message: m['office.briefings.signedOnMissing']() }]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item
        name="nextSteps"
        label={m['office.briefings.nextSteps']()}
        extra={m['office.briefings.nextStepsHint']()}
      >
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 4, maxRows: 10 }} />
      </Form.Item>
    </>
  )
}
