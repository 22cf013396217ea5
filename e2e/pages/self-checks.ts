import { expect, type Page } from '@playwright/test'

/** Desk self-checks, opened by the office and answered by an organization. */
export class SelfChecks {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  #card(place: number) {
    return this.#page.getByRole('list', { name: '自查标准' }).getByRole('listitem').nth(place)
  }

  /** Opens one and stays on its page. */
  async open(framework: string, name: string, dueOn: string): Promise<void> {
    await this.#page.goto('/self-checks')
    await this.#page.getByRole('button', { name: '发起自查' }).first().click()
    const form = this.#page.getByRole('dialog')
    await form.getByRole('combobox').click()
    await this.#page.locator('.ant-select-item-option').filter({ hasText: framework }).first().click()
    await form.getByLabel('名称').fill(name)
    await form.getByLabel('截止日期').fill(dueOn)
    await form.getByRole('button', { name: '发起', exact: true }).click()
    await expect(this.#page.getByRole('heading', { level: 1, name })).toBeVisible()
  }

  async answerMet(place: number): Promise<void> {
    const card = this.#card(place)
    await card.getByRole('button', { name: '达标', exact: true }).click()
    await expect(card.getByText('已保存')).toBeVisible()
  }

  async answerUnmet(place: number, reason: string, plan: string, planOn: string): Promise<void> {
    const card = this.#card(place)
    await card.getByRole('button', { name: '未达标' }).click()
    await card.getByLabel('情况说明').fill(reason)
    await card.getByLabel('整改措施').fill(plan)
    await card.getByLabel('计划完成日期').fill(planOn)
    await card.getByRole('button', { name: '保存' }).click()
    await expect(card.getByText('已保存')).toBeVisible()
  }
}
