import type { Browser, Page } from '@playwright/test'
import { givenWorkbook } from '../packages/server/src/rooms/rulebook/workbook/given-workbook.ts'
import { givenOrganizationUser, organizationId } from './given-rule-book.ts'
import { expect, expectAccessible, signedIn, test } from './journey.ts'
import { Duties } from './pages/duties.ts'
import { Frameworks } from './pages/frameworks.ts'
import { SelfChecks } from './pages/self-checks.ts'

test.skip(({ viewport }) => (viewport?.width ?? 0) < 768, 'begins at a desk; the phone comes at the end')

/** Seven parts, 24 indicators, 75 contents, 228 criteria worth 1, 2, 3, 1, 2, 3 … points: 76 × 6 = 456 of them. */
const SHAPE = {
  levels: ['测评项目', '测评指标', '测评内容', '测评标准'],
  counts: [7, 24, 75, 228],
  raised: 15,
  rules: ['符合得分', 'A/B/C'],
  leads: ['海棠市住建局', '住建局', '海棠市住建局'],
}
/** Points that are words in row 14, and an organization that is almost right in row 5. */
const MISTAKES = { F14: '两三分', K5: '海棠市住见局' }
/** What may be left out of a file: the third criterion's rule, and the points (3) of the twelfth. */
const LEFT_OUT = { I5: null, F14: null }

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }

/** Somebody's own phone; ends with the journey. */
async function phoneOf(browser: Browser, userName: string): Promise<Page> {
  const { baseURL, locale, timezoneId } = test.info().project.use
  const context = await browser.newContext({
    ...PHONE,
    ...(baseURL && { baseURL }),
    ...(locale && { locale }),
    ...(timezoneId && { timezoneId }),
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => expect(error.message, 'an error on the phone').toBe(''))
  await signedIn(page, userName)
  return page
}

test('a rule book comes from Excel, is mended, given out, tied, published, and checked on a phone', async ({
  office,
  browser,
}) => {
  test.setTimeout(180_000)
  const frameworks = new Frameworks(office)
  const name = '海棠市文明城市测评体系'
  const versionId = await frameworks.addEmpty(name)

  await test.step('the file is refused with its mistakes, by row and column', async () => {
    await frameworks.chooseWorkbook(await givenWorkbook({ ...SHAPE, mistakes: MISTAKES }))
    await expect(office.getByText('有 2 处必须先改，现在还不能导入')).toBeVisible()
    await expect(office.getByRole('row', { name: /^5 牵头单位.*是不是“海棠市住建局/ })).toBeVisible()
    await expect(office.getByRole('row', { name: /^14 分值.*“两三分”不是分值/ })).toBeVisible()
    await expectAccessible(office, 'what is wrong in a workbook')
  })

  await test.step('the mended file comes in, and the page shows its counts', async () => {
    await office.getByRole('button', { name: '上传改好的文件' }).click()
    await frameworks.chooseWorkbook(await givenWorkbook({ ...SHAPE, mistakes: LEFT_OUT }))
    await office.getByRole('button', { name: '确认导入' }).click()
    await expect(office.getByText(/已导入：7 \/ 24 \/ 75 \/ 228/)).toBeVisible()
    await office.getByRole('link', { name: '查看结构' }).click()
    for (const [what, count] of Object.entries({ 测评项目: 7, 测评指标: 24, 测评内容: 75, 测评标准: 228 }))
      await expect(frameworks.tally(what)).toHaveText(String(count))
    await expect(frameworks.tally('高于国家')).toHaveText('15')
    await expect(frameworks.tally('分值合计')).toContainText('453')
  })

  await test.step('what the file left out is mended in the app', async () => {
    await office.getByRole('link', { name: /发布前待办/ }).click()
    await frameworks.mendPoints(3)
    await expect(frameworks.tally('分值合计')).toContainText('456')
    await office.getByRole('link', { name: /发布前待办/ }).click()
    await office.getByRole('link', { name: '集中处理：计分规则' }).click()
    await frameworks.chooseRuleForAll('符合即得分', 1)
    await frameworks.setTotal(456)
  })

  await test.step('duties are given out in bulk', async () => {
    const duties = new Duties(office)
    await office.goto(`/duties?version=${versionId}`)
    await duties.showOnlyFlawed(225)
    await duties.tickParts(7)
    await duties.assignTicked(225, '柳林')
    await expect(office.getByText('已分配：新增 225 项责任')).toBeVisible()
    await expectAccessible(office, 'the matrix of 228 criteria')
  })

  await test.step('ties to checklists are proposed and confirmed', async () => {
    await office.request.post('/api/checklists/defaults', { data: { addTypes: true } })
    await office.goto(`/frameworks/${versionId}/mappings`)
    await office.getByRole('button', { name: '生成建议' }).first().click()
    await office.getByRole('dialog').getByRole('button', { name: '生成建议' }).click()
    await office.getByRole('button', { name: '开始逐条看' }).click()
    const left = office.getByText(/^还剩 [\d,]+ 条$/)
    const before = (await left.textContent()) ?? ''
    await office.keyboard.press('y')
    await expect(left).not.toHaveText(before)
  })

  await test.step('it is published', async () => {
    await office.goto(`/frameworks/${versionId}`)
    await frameworks.publish()
  })

  await test.step('the organization finds its tasks and checks itself on a phone', async () => {
    const bureau = await organizationId(office.request, '海棠市住建局')
    await givenOrganizationUser(office.request, 'zhujian', bureau)
    const selfChecks = new SelfChecks(office)
    await selfChecks.open(name, '上半年自查', '2199-12-31')
    const phone = await phoneOf(browser, 'zhujian')
    await phone.goto('/')
    await phone.getByRole('link', { name: '我的任务清单' }).first().click()
    // Other journeys publish their own frameworks in the same city.
    await phone.getByRole('combobox', { name: '测评体系版本' }).click()
    await phone.locator('.ant-select-item-option').filter({ hasText: name }).click()
    await expect(phone.getByText(/第1项要求/)).toBeVisible()
    await expectAccessible(phone, 'a task sheet on a phone')
    await phone.getByRole('link', { name: '书面自查' }).first().click()
    await phone.getByRole('link', { name: '上半年自查' }).click()
    const own = new SelfChecks(phone)
    await own.answerMet(0)
    await own.answerMet(1)
    await own.answerUnmet(2, '围挡破损', '本月换新', '2199-06-30')
    await expect(phone.getByText('已填 3/3')).toBeVisible()
    await expectAccessible(phone, 'a self-check on a phone')
    await phone.context().close()

    // Two of three are two thirds; the other 225 of the city nobody has answered yet.
    await office.reload()
    const line = office.getByRole('row', { name: /海棠市住建局/ })
    await expect(line).toContainText('66.7%')
    await expect(office.getByText('达标：2/228 条（已填 3 条）')).toBeVisible()
  })
})

test('the figures of a small framework are those of a calculation by hand', async ({ office }) => {
  const frameworks = new Frameworks(office)
  await frameworks.addEmpty('小体系')
  await frameworks.chooseWorkbook(
    [
      '测评项目,测评标准,分值,指标类型,评分办法,牵头单位',
      '环境,街巷干净,1.5,基本,符合得分,桂花街道办',
      ',公厕无异味,2.25,高于国家,符合得分,桂花街道办',
      ',河岸整洁,0.75分,基本,符合得分,桂花街道办',
      '秩序,停放有序,3,基本,符合得分,柳林街道办',
      ',窗口规范,2.5,特色,符合得分,柳林街道办',
    ].join('\n'),
  )
  await office.getByRole('button', { name: '确认导入' }).click()
  await office.getByRole('link', { name: '查看结构' }).click()
  // 1.5 + 2.25 + 0.75 = 4.5 and 3 + 2.5 = 5.5: 10 together.
  await expect(frameworks.tally('分值合计')).toContainText('10')
  await expect(frameworks.row('环境')).toContainText('4.5')
  await expect(frameworks.row('秩序')).toContainText('5.5')

  // In proportion over 90 every point becomes 9.
  await frameworks.weigh(90, '按现有分值的比例')
  for (const [text, points] of [
    ['环境', '40.5'],
    ['街巷干净', '13.5'],
    ['公厕无异味', '20.25'],
    ['河岸整洁', '6.75'],
    ['秩序', '49.5'],
    ['停放有序', '27'],
    ['窗口规范', '22.5'],
  ] as const)
    await expect(frameworks.row(text)).toHaveText(new RegExp(`${text}\\D*${points.replace('.', '\\.')}$`))

  // Equally over 100: 20 each, so 60 and 40.
  await frameworks.weigh(100, '每条一样多')
  await expect(frameworks.row('环境')).toHaveText(/60$/)
  await expect(frameworks.row('秩序')).toHaveText(/40$/)
  await expect(frameworks.tally('分值合计')).toContainText('100')
})
