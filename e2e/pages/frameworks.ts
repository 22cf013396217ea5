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

  /** Answers the id of its draft. */
  async addEmpty(name: string): Promise<string> {
    await this.#page.goto('/frameworks')
    await this.#page.getByRole('button', { name: '新建测评体系' }).click()
    const form = this.#page.getByRole('dialog')
    await form.getByLabel('名称', { exact: true }).fill(name)
    await form.getByRole('radio', { name: '从空白开始' }).check()
    await form.getByRole('button', { name: '保存' }).click()
    await expect(this.#page.getByRole('heading', { level: 1 })).toContainText(name)
    return new URL(this.#page.url()).pathname.split('/')[2] ?? ''
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

  /** The row of the tree that says so. */
  row(text: string) {
    return this.tree.getByRole('treeitem').filter({ hasText: text })
  }

  /** One of the figures above the tree. */
  tally(what: string) {
    return this.#page.locator('.version-tallies > div').filter({ hasText: what }).locator('dd')
  }

  /** Brings a file to the step where it is checked; from the page of a version or from the import itself. */
  async chooseWorkbook(content: Buffer | string): Promise<void> {
    const toImport = this.#page.getByRole('link', { name: '导入 Excel' })
    const chooser = this.#page.locator('input[type=file]')
    await expect(toImport.or(chooser).first()).toBeAttached()
    if ((await chooser.count()) === 0) await toImport.click()
    const file =
      typeof content === 'string'
        ? { name: '体系.csv', mimeType: 'text/csv', buffer: Buffer.from(content) }
        : { name: '体系.xlsx', mimeType: 'application/octet-stream', buffer: content }
    await chooser.setInputFiles(file)
    await this.#page.getByRole('button', { name: '下一步：检查' }).click()
    await expect(this.#page.getByRole('heading', { name: '检查结果', exact: true })).toBeVisible()
  }

  /** On the page of what is open: goes to the criterion without points and says them. */
  async mendPoints(points: number): Promise<void> {
    const flaw = this.#page.getByRole('listitem').filter({ hasText: '没有分值' })
    await flaw.getByRole('link', { name: /去处理/ }).click()
    const form = this.#page.getByRole('complementary', { name: '选中的一项' })
    await form.getByLabel('分值', { exact: true }).fill(String(points))
    await form.getByRole('button', { name: '保存', exact: true }).click()
  }

  /** In the guide: says what all points together are. */
  async setTotal(points: number): Promise<void> {
    await this.#page.getByRole('link', { name: /定分值/ }).click()
    await this.#page.getByLabel('总分').fill(String(points))
    await this.#page.getByRole('button', { name: '保存并分到各条' }).click()
    await expect(this.#page.getByRole('button', { name: '保存并分到各条' })).toBeDisabled()
  }

  async publish(): Promise<void> {
    await this.#page.getByRole('link', { name: /发布前待办/ }).click()
    await this.#page.getByRole('button', { name: '发布', exact: true }).click()
    await this.#page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
    await expect(this.#page.getByText('已发布', { exact: true })).toBeVisible()
  }

  /** Gives the points of the whole draft out. */
  async weigh(points: number, way: '每条一样多' | '按现有分值的比例'): Promise<void> {
    // Where nothing is chosen the whole is meant.
    await this.#page.reload()
    await this.#page.getByRole('button', { name: '分配分值' }).click()
    const form = this.#page.getByRole('dialog')
    await form.getByLabel('要分配的分值').fill(String(points))
    await form.getByRole('radio', { name: way }).check()
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
