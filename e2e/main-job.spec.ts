import type { Browser, Page } from '@playwright/test'
import {
  givenCovertRound,
  givenInspectionGround,
  givenVisit,
  type InspectionGround,
} from './given-inspection.ts'
import { contextLike, expect, expectAccessible, signedIn, test } from './journey.ts'
import { Briefings } from './pages/briefings.ts'
import { Cases } from './pages/cases.ts'
import { Inspections } from './pages/inspections.ts'

/** A device of one more person, of the same kind as the one the journey is walked on. */
async function deviceOf(browser: Browser, userName: string): Promise<Page> {
  const context = await contextLike(browser, test.info().project.use)
  const page = await context.newPage()
  page.on('pageerror', (error) => expect(error.message, `an error before ${userName}`).toBe(''))
  await signedIn(page, userName)
  await page.goto('/')
  return page
}

async function planRound(office: Page, ground: InspectionGround): Promise<void> {
  const desk = new Inspections(office)
  await desk.addRound(ground)
  await desk.drawAll()
  await desk.addTeam(ground.inspectorName)
  await desk.assignEvenly()
  await expectAccessible(office, 'the plan of a round')
}

async function observeAndHandOver(page: Page, site: string): Promise<void> {
  const walk = new Inspections(page)
  await test.step('a draft outlives a reload, and only what fails is asked for a photo', async () => {
    await walk.openSite(site)
    await expect(page.locator('input[type="file"]')).toHaveCount(0)
    await walk.fail(1, '西门占道摆卖')
    await page.reload()
    await expect(page.getByText('接着上次填的继续，已答 1 项。')).toBeVisible()
    await page.getByRole('button', { name: '其余全部符合' }).click()
    await expect(page.getByText('3/3', { exact: true })).toBeVisible()
    await walk.submit()
    await expect(page.getByText('请拍照。用途：供责任单位对照整改')).toBeVisible()
    await expectAccessible(page, 'a checklist that lacks a photo')
  })
  await test.step('the inspector sees to whom it went, why, and until when', async () => {
    await walk.photograph(1)
    await walk.submit()
    await walk.expectSubmitted()
    await expect(page.getByText('海棠市住建局')).toBeVisible()
    await expect(page.getByRole('link', { name: /^WT-/ })).toBeVisible()
    await expect(page.getByText(/前整改$/)).toBeVisible()
    await expect(page.getByRole('link', { name: '打印交办单' })).toBeVisible()
    await expect(page.getByRole('link', { name: /^下一个/ })).toBeVisible()
    await expectAccessible(page, 'a visit that was submitted')
  })
  await test.step('a correction asks why, and the earlier visit stays readable', async () => {
    await page.getByRole('link', { name: '更正', exact: true }).click()
    await walk.submit()
    await expect(page.getByText('请先写明更正原因')).toBeVisible()
    await page.getByLabel('为什么更正').fill('公示栏也缺了一角')
    await walk.fail(2, '缺了一角')
    await walk.photograph(2)
    await walk.submit()
    await walk.expectSubmitted()
    await page.getByRole('link', { name: '看原来的' }).click()
    await expect(page.getByText('西门占道摆卖').first()).toBeVisible()
  })
}

test('a round is planned, walked, handed over, put right, scored and reported, and a figure opens down to its photo', async ({
  office,
  browser,
}) => {
  test.setTimeout(240_000)
  const ground = await givenInspectionGround(office.request)
  const [first = ''] = ground.siteNames
  const problem = '通道畅通，无占道'

  await test.step('the office plans: sites, a team, who goes where', () => planRound(office, ground))

  const inspector = await deviceOf(browser, ground.userName)
  await observeAndHandOver(inspector, first)
  await inspector.context().close()

  const handler = await deviceOf(browser, ground.handlerName)
  const cases = new Cases(handler)
  await test.step('the organization is told, and cannot say it is done without the photo that proves it', async () => {
    await cases.expectWaiting()
    await cases.open(problem, first)
    await expectAccessible(handler, 'a case that was handed over')
    await cases.receive()
    await expect(handler.getByRole('button', { name: '先拍一张整改后的照片' })).toBeDisabled()
    await cases.report('已清理并设隔离桩')
    await expectAccessible(handler, 'a case that was reported')
  })

  await test.step('a verifier who did not handle it sends it back once, then closes it', async () => {
    const verifier = new Cases(office)
    await verifier.openToVerify(problem, first)
    await verifier.sendBack('没有整改到位')
    await handler.reload()
    await expect(handler.getByText('上次被退回：没有整改到位')).toBeVisible()
    await cases.report('第二次清理')
    await office.reload()
    await verifier.close()
    await expect(office.getByText('已销号').first()).toBeVisible()
    await expectAccessible(office, 'a case that was closed')
  })
  await handler.context().close()

  await test.step('the progress and the score stand, and lead to the photo', async () => {
    await new Inspections(office).openRound(ground)
    await expect(office.getByText('1/2').first()).toBeVisible()
    await expectAccessible(office, 'the progress of a round')
    await office.getByRole('link', { name: '看得分' }).click()
    // One site of two: half the points are seen; of the two criteria one is met there, the other is not.
    const whole = office.getByRole('region', { name: '总体' })
    await expect(whole.getByText('50.00', { exact: true })).toBeVisible()
    await expect(whole.getByRole('link', { name: '得分 2.50' })).toBeVisible()
    await expect(whole.getByRole('link', { name: '失分 2.50' })).toBeVisible()
    await expect(whole.getByText('5.00', { exact: true })).toBeVisible()
    await expectAccessible(office, 'the score of a round')
  })

  await test.step('the briefing is made, and its figures open with the same values down to the photo', async () => {
    const briefings = new Briefings(office)
    await briefings.make(`日常督查 ${ground.mark}`)
    await expectAccessible(office, 'a briefing')
    await briefings.expectFigure('得分率', '50.0%')
    await expectAccessible(office, 'a figure')
    await briefings.openBehind()
    await expect(office.getByText('西门占道摆卖')).toBeVisible()
    await briefings.openPhoto()
  })
})

test('a covert round is seen by its team and the office until it is published; a visit is voided, the round ends and opens again', async ({
  office,
  browser,
}) => {
  test.setTimeout(120_000)
  const ground = await givenInspectionGround(office.request)
  const round = await givenCovertRound(office.request, ground)
  const stranger = await deviceOf(browser, (await givenInspectionGround(office.request)).userName)
  const member = await deviceOf(browser, ground.userName)

  await test.step('its team walks it, others do not see it', async () => {
    await member.goto('/my-rounds')
    await expect(member.getByText(round.name).first()).toBeVisible()
    await stranger.goto('/rounds')
    await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible()
    await stranger.waitForLoadState('networkidle')
    await expect(stranger.getByText(round.name)).toHaveCount(0)
    await stranger.goto(`/rounds/${round.id}`)
    await expect(stranger.getByText(/没有|不存在|找不到/).first()).toBeVisible()
  })

  await test.step('a visit is voided with a reason and stays readable', async () => {
    const visitId = await givenVisit(member.request, ground, round)
    await member.goto(`/visits/${visitId}`)
    await member.getByRole('button', { name: '作废' }).click()
    const dialog = member.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: '作废' })).toBeDisabled()
    await dialog.getByRole('textbox').fill('去错了点位')
    await dialog.getByRole('button', { name: '作废' }).click()
    await expect(member.getByText('已作废').first()).toBeVisible()
    await expect(member.getByText('去错了点位').first()).toBeVisible()
    await expectAccessible(member, 'a visit that was voided')
  })

  await test.step('the office publishes it, ends it, and opens it again', async () => {
    await office.goto(`/rounds/${round.id}`)
    for (const action of ['公布', '结束批次', '重新开启']) {
      await office.getByRole('button', { name: action, exact: true }).click()
      await expectAccessible(office, `the question before ${action}`)
      await office.getByRole('dialog').getByRole('button', { name: action, exact: true }).click()
      await expect(office.getByRole('dialog')).toHaveCount(0)
    }
    await stranger.goto(`/rounds/${round.id}`)
    await expect(stranger.getByRole('heading', { level: 1, name: round.name })).toBeVisible()
  })
  await Promise.all([stranger.context().close(), member.context().close()])
})
