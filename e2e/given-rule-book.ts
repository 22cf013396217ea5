import type { APIRequestContext } from '@playwright/test'
import { v7 as newId } from 'uuid'
import { expect, PASSWORD } from './journey.ts'

export type RuleBook = {
  readonly versionId: string
  readonly criterionIds: readonly string[]
}

type Body = Record<string, unknown>
type Answer = { id: string; revision: number; items: { id: string; name: string }[]; link: string }

/** Asks the product for something that must be granted. */
export async function send(
  request: APIRequestContext,
  method: string,
  path: string,
  data?: Body,
): Promise<Answer> {
  const answer = await request.fetch(path, { method, ...(data && { data }) })
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true)
  return answer.json()
}

/** A draft of one part with two criteria, without anybody who answers for them. */
export async function givenRuleBook(request: APIRequestContext, name: string): Promise<RuleBook> {
  const [id, versionId, partId] = [newId(), newId(), newId()]
  const levelNames = ['测评项目', '测评标准']
  const version = { campaign: 'national', label: '2026 版', year: 2026, levelNames, start: 'empty' }
  await send(request, 'POST', '/api/frameworks', { id, versionId, name, ...version })
  const ordinary = { role: 'ordinary', origin: 'core', siteTypeIds: [], note: '' }
  const add = (node: Body) =>
    send(request, 'POST', `/api/framework-versions/${versionId}/nodes`, { ...ordinary, ...node })
  const indicator = { kind: 'indicator', points: null, methods: [], rule: null }
  await add({ id: partId, parentId: null, code: '1', text: '整洁有序的环境', ...indicator })
  const criterion = { kind: 'criterion', points: 5, methods: ['documentReview'], rule: { kind: 'binary' } }
  const criterionIds = [newId(), newId()]
  for (const [place, text] of ['街巷干净，无乱堆乱放', '公共厕所干净，无异味'].entries()) {
    await add({ id: criterionIds[place], parentId: partId, code: `1-${place + 1}`, text, ...criterion })
  }
  return { versionId, criterionIds }
}

export async function organizationId(request: APIRequestContext, name: string): Promise<string> {
  const { items } = await send(request, 'GET', `/api/organizations?text=${encodeURIComponent(name)}`)
  const found = items.find((organization) => organization.name === name)
  expect(found, name).toBeDefined()
  return found?.id ?? ''
}

/** Publishes the book with one lead for everything, and asks that organization to check itself. */
export async function givenSelfCheck(
  request: APIRequestContext,
  { versionId, criterionIds }: RuleBook,
  { name, leadId, dueOn }: { name: string; leadId: string; dueOn: string },
): Promise<void> {
  const path = `/api/framework-versions/${versionId}`
  await send(request, 'POST', `${path}/duties`, {
    nodeIds: criterionIds,
    organizations: [{ id: leadId, share: null }],
    role: 'lead',
    replace: true,
    validFrom: '2026-01-01',
    validTo: null,
  })
  const { revision } = await send(request, 'PATCH', path, {
    basedOn: (await send(request, 'GET', path)).revision,
    totalPoints: 10,
  })
  await send(request, 'POST', `${path}/publication`, { basedOn: revision })
  await send(request, 'POST', '/api/self-checks', { id: newId(), versionId, name, dueOn })
}

/** Somebody who answers for an organization, with a password of their own. */
export async function givenOrganizationUser(
  request: APIRequestContext,
  userName: string,
  organization: string,
): Promise<void> {
  const id = newId()
  await send(request, 'POST', '/api/users', {
    id,
    userName,
    name: '周莉',
    phone: null,
    organizationId: organization,
  })
  const role = { id: newId(), role: 'responsibleOrganization', areaId: null, validUntil: null }
  await send(request, 'POST', `/api/users/${id}/grants`, { ...role, organizationId: organization })
  const { link } = await send(request, 'POST', `/api/users/${id}/password-link`)
  await send(request, 'POST', '/api/password', { token: link.split('/').at(-1), password: PASSWORD })
}
