import { v7 as newId } from 'uuid'
import { expect, expectAccessible, test } from './journey.ts'

const isPhone = ({ viewport }: { viewport: { width: number } | null }) => (viewport?.width ?? 0) < 768

test('a checklist is written, tried as on a phone, published, and changed in a draft', async ({
  office,
  viewport,
}) => {
  test.skip(isPhone({ viewport }), 'a checklist is written at a desk')
  await office.goto('/checklists')
  await office.getByRole('button', { name: '新建检查表' }).click()
  await office.getByRole('textbox', { name: '名称', exact: true }).fill('公厕二十八条')
  await office.getByRole('textbox', { name: '编号', exact: true }).fill('toilet-28')
  await office.getByRole('radio', { name: '标准' }).check()
  await office.getByRole('button', { name: '保存' }).click()

  await office.getByRole('button', { name: '添加检查项' }).click()
  await office.getByLabel('检查内容').fill('地面干净，没有积水')
  await office.getByLabel('不算问题的情形').fill('正在冲洗')
  await office.getByText('手机预览').click()
  await office.getByRole('button', { name: '不符合', exact: true }).click()
  await expect(office.getByText('拍照：', { exact: false })).toBeVisible()
  await expectAccessible(office, 'the draft of a checklist')

  await office.getByRole('link', { name: '检查表', exact: true }).first().click()
  await office.getByRole('button', { name: '留在这里' }).click()
  await office.getByRole('button', { name: '保存', exact: true }).click()
  await expect(office.getByText('已保存')).toBeVisible()
  await office.getByRole('button', { name: '发布', exact: true }).click()
  await office.getByRole('dialog').getByRole('button', { name: '发布' }).click()
  await expect(office.getByText('已发布', { exact: true })).toBeVisible()

  await office.getByRole('button', { name: '修改', exact: true }).click()
  await office.getByRole('button', { name: '起草修改' }).click()
  await expect(office.getByText('发布以前，检查照旧使用第 1 版。')).toBeVisible()
})

test('proposed ties are gone through one by one, by keyboard or by thumb', async ({ office, viewport }) => {
  await office.request.post('/api/checklists/defaults', { data: { addTypes: true } })
  const versionId = newId()
  const name = `对应 ${test.info().project.name}`
  const framework = { id: newId(), versionId, name, campaign: 'other', label: '2026', year: 2026 }
  const made = await office.request.post('/api/frameworks', {
    data: { ...framework, levelNames: ['项目', '指标', '标准'], start: 'default' },
  })
  expect(made.status()).toBe(200)

  await office.goto(`/frameworks/${versionId}/mappings`)
  await office.getByRole('button', { name: '生成建议' }).first().click()
  await office.getByRole('dialog').getByRole('button', { name: '生成建议' }).click()
  await office.getByRole('button', { name: '开始逐条看' }).click()
  const left = office.getByText(/^还剩 [\d,]+ 条$/)
  const before = (await left.textContent()) ?? ''
  await expectAccessible(office, 'ties one by one')
  if (isPhone({ viewport }))
    await office
      .getByRole('button', { name: /^对应：/ })
      .first()
      .click()
  else await office.keyboard.press('y')
  await expect(left).not.toHaveText(before)
  await expect(office.getByText('已撤回')).toHaveCount(0)

  await office.getByRole('link', { name: /覆盖情况/ }).click()
  await expect(office.getByRole('heading', { name: '没有检查项的标准' })).toBeVisible()
  await expectAccessible(office, 'coverage of a framework')
})
