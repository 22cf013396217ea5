import { m } from '@chuangcheng/messages'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { call, type Response } from '../../shared/api/client.ts'
import { formatCount, formatMoment } from '../../shared/language/format.ts'
import { Panel } from '../../shared/ui/panel.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'

type Verification = Response<'verifyAudit'>
type Fault = Verification['faults'][number]

const FAULTS: Readonly<Record<Fault['fault'], () => string>> = {
  'block-missing': m['office.audit.fault.blockMissing'],
  'block-relinked': m['office.audit.fault.blockRelinked'],
  'block-changed': m['office.audit.fault.blockChanged'],
  'entry-missing': m['office.audit.fault.entryMissing'],
  'entry-in-two-blocks': m['office.audit.fault.entryInTwoBlocks'],
  'head-differs': m['office.audit.fault.headDiffers'],
  'head-missing': m['office.audit.fault.headMissing'],
  'entry-unsealed': m['office.audit.fault.entryUnsealed'],
}

/** Checks the chain of sealed blocks when asked to, and says what came out in plain words. */
export function ChainCheck() {
  const checking = useMutation({ mutationFn: () => call('verifyAudit') })
  return (
    <Panel
      title={m['office.audit.chain']()}
      aside={
        <Button loading={checking.isPending} onClick={() => checking.mutate()}>
          {m['office.audit.check']()}
        </Button>
      }
    >
      <p>{m['office.audit.chainLead']()}</p>
      <div className="chain-result" aria-live="polite">
        <ProblemNotice error={checking.error} />
        {checking.data && <Result verification={checking.data} />}
      </div>
    </Panel>
  )
}

function Result({ verification }: { verification: Verification }) {
  const { faults, entryCount, blockCount, unsealedCount, lastSealedAt } = verification
  const counts = {
    entries: formatCount(entryCount),
    blocks: formatCount(blockCount),
    until: lastSealedAt === null ? '—' : formatMoment(lastSealedAt),
  }
  if (faults.length === 0) {
    return (
      <div className="notice notice-done">
        <p className="notice-title">{m['office.audit.whole']()}</p>
        <p>{m['office.audit.wholeCounts'](counts)}</p>
        {unsealedCount > 0 && <p>{m['office.audit.waiting']({ count: formatCount(unsealedCount) })}</p>}
      </div>
    )
  }
  return (
    <div className="notice notice-problem">
      <p className="notice-title">{m['office.audit.broken']({ count: formatCount(faults.length) })}</p>
      <p>{m['office.audit.brokenHint']()}</p>
      <ul className="chain-faults">
        {faults.map((fault) => (
          <li key={`${fault.fault} ${fault.block} ${fault.entryId}`}>
            {FAULTS[fault.fault]()}
            <span className="chain-place">{placeOf(fault)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function placeOf({ block, entryId }: Fault): string {
  const places = [
    block === null ? '' : m['office.audit.block']({ number: block }),
    entryId === null ? '' : m['office.audit.entry']({ id: entryId }),
  ]
  return places.filter(Boolean).join(m['office.history.listComma']())
}
