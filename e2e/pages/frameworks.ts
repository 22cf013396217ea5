import { expect, type Page } from '@playwright/test'

/** The pages of the frameworks, as a person uses them. */
export class Frameworks {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get tree() {
    return this.#page.getByRole('tree')
  }

  async addEmpty(name: string): Promise<void> {
    await this.#page.goto('/frameworks')
    await this.#page.getByRole('button', { name: '新建测评体系' }).click()
    const form = this.#page.getByRole('dialog')
    await form.getByLabel('名称', { exact: true }).fill(name)
    await form.getByRole('radio', { name: '从空白开始' }).check()
    await form.getByRole('button', { name: '保存' }).click()
    await expect(this.#page.getByRole('heading', { level: 1 })).toContainText(name)
  }

  async #fill(code: string, text: string, kind?: string): Promise<void> {
    const form = this.#page.getByRole('dialog')
    if (kind) await form.getByRole('radio', { name: kind }).check()
    await form.getByLabel('内容').fill(text)
    await form.getByLabel('编号').fill(code)
    await form.getByRole('button', { name: '添加', exact: true }).click()
    await expect(form).toHaveCount(0)
    await expect(this.#page.getByRole('treeitem').filter({ hasText: text })).toBeVisible()
  }

  async addFirst(code: string, text: string): Promise<void> {
    await this.#page.getByRole('button', { name: '添加', exact: true }).click()
    await this.#fill(code, text)
  }

  async addBelow(code: string, text: string): Promise<void> {
    await this.#page.getByRole('button', { name: '加下级' }).click()
    await this.#fill(code, text, '测评标准')
  }

  async addBeside(code: string, text: string): Promise<void> {
    await this.#page.getByRole('button', { name: '加同级' }).click()
    await this.#fill(code, text)
  }

  /** Gives the points of the whole draft out, the same for all. */
  async weighEqually(points: number): Promise<void> {
    await this.#page.getByRole('treeitem').first().click()
    await this.#page.getByRole('button', { name: '分配分值' }).click()
    const form = this.#page.getByRole('dialog')
    await form.getByLabel('要分配的分值').fill(String(points))
    await form.getByRole('radio', { name: '每条一样多' }).check()
    await form.getByRole('button', { name: '分配', exact: true }).click()
    await expect(form).toHaveCount(0)
  }

  /** Goes through the open rules, the same for each of `count`. */
  async chooseRuleForAll(kind: string, count: number): Promise<void> {
    for (let done = 0; done < count; done++) {
      await expect(this.#page.getByText(`${done} / ${count}`, { exact: true })).toBeVisible()
      await this.#page.getByRole('combobox', { name: '计分规则' }).click()
      await this.#page.getByTitle(kind, { exact: true }).last().click()
      await this.#page.getByRole('button', { name: /确认，下一条/ }).click()
    }
    await expect(this.#page.getByText(`${count} / ${count}`, { exact: true })).toBeVisible()
  }

  /** Goes through the criteria nobody leads; the second time the organization of before is the first proposal. */
  async chooseLeadForAll(organization: string, count: number): Promise<void> {
    await this.#page.getByRole('combobox', { name: '其他单位' }).fill(organization)
    await this.#page.getByTitle(organization, { exact: true }).last().click()
    for (let done = 1; done < count; done++) {
      await expect(this.#page.getByText(`${done} / ${count}`, { exact: true })).toBeVisible()
      await this.#page.getByRole('button', { name: /同上一条/ }).click()
    }
    await expect(this.#page.getByText(`${count} / ${count}`, { exact: true })).toBeVisible()
  }
}
