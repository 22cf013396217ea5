import { m } from '@chuangcheng/messages'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, type InputRef, Modal } from 'antd'
import { useRef, useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { formatMoment } from '../../shared/language/format.ts'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import type { User } from './user-queries.ts'

/** Makes the one-time link by which somebody sets their password. It is shown once: the server keeps only its hash. */
export function PasswordLinkDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const making = useMutation({ mutationFn: () => call('makePasswordLink', { params: { id: user.id } }) })
  const { data: made } = making
  return (
    <Modal
      open
      centered
      title={<h2 className="form-drawer-title">{m['office.users.linkTitle']({ name: user.name })}</h2>}
      onCancel={onClose}
      closable={{ 'aria-label': m['office.form.close']() }}
      mask={{ closable: false }}
      footer={
        made ? (
          <Button type="primary" onClick={onClose}>
            {m['office.users.linkDone']()}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{m['office.form.cancel']()}</Button>
            <Button type="primary" loading={making.isPending} onClick={() => making.mutate()}>
              {m['office.users.makeLink']()}
            </Button>
          </>
        )
      }
    >
      <div className="confirm-text">
        {made ? (
          <>
            <p>{m['office.users.linkSend']({ name: user.name })}</p>
            <CopyableLink link={made.link} />
            <p className="faint">{m['office.users.linkUntil']({ until: formatMoment(made.expiresAt) })}</p>
          </>
        ) : (
          <p>{user.hasPassword ? m['office.users.linkResets']() : m['office.users.linkFirst']()}</p>
        )}
        <ProblemNotice error={making.error} />
      </div>
    </Modal>
  )
}

function CopyableLink({ link }: { link: string }) {
  const field = useRef<InputRef>(null)
  const [copied, setCopied] = useState<boolean>()
  const copy = async () => {
    field.current?.select()
    // A page without https may not write to the clipboard; the marked text can still be copied by hand.
    const done = await Promise.resolve(navigator.clipboard?.writeText(link)).then(
      () => Boolean(navigator.clipboard),
      () => false,
    )
    setCopied(done)
  }
  return (
    <div className="link-copy">
      <Input
        ref={field}
        readOnly
        aria-label={m['office.users.link']()}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <Button type="primary" onClick={() => void copy()}>
        {m['office.users.copy']()}
      </Button>
      <p role="status" className="link-copied">
        {copied === true && m['office.users.copied']()}
        {copied === false && m['office.users.copyByHand']()}
      </p>
    </div>
  )
}
