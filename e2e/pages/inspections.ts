import { expect, type Locator, type Page } from '@playwright/test'
import type { InspectionGround } from '../given-inspection.ts'
import { PHOTO } from './photo.ts'

/** Planning a round, walking it, and the record of a visit. */
export class Inspections {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async addRound({ mark, frameworkName, typeName }: InspectionGround): Promise<void> {
    await this.#page.goto('/rounds')
    await this.#page.getByRole('button', { name: '新建批次' }).first().click()
    const form = this.#page.getByRole('dialog')
    await form.getByLabel('批次名称').fill(`日常督查 ${mark}`)
    await form.getByRole('combobox', { name: '测评体系版本' }).click()
    await this.#option(frameworkName).click()
    await form.getByRole('radio', { name: '指定类型' }).check()
    await form.getByRole('combobox', { name: '点位类型' }).fill(mark)
    await this.#option(typeName).click()
    await this.#page.keyboard.press('Escape')
    await form.getByRole('button', { name: '建好，去安排点位' }).click()
    await expect(this.#page.getByRole('heading', { level: 1, name: `日常督查 ${mark}` })).toBeVisible()
  }

  async drawAll(): Promise<void> {
    await this.#page.getByRole('button', { name: '全部' }).first().click()
    await this.#page.getByRole('button', { name: '试抽' }).click()
    await expect(this.#page.getByText('将抽取 2 个点位：新增 2 个，去掉 0 个')).toBeVisible()
    await this.#page.getByRole('button', { name: '就按这个抽取' }).click()
    await this.#page.getByRole('button', { name: '复核抽取' }).click()
    await expect(this.#page.getByText('重新抽一遍，结果与计划一致')).toBeVisible()
    await this.#page.getByRole('button', { name: '关闭' }).click()
  }

  async addTeam(member: string): Promise<void> {
    await this.#page.getByRole('button', { name: '加一个组' }).click()
    await this.#page.getByRole('combobox', { name: '第1组的组员' }).fill(member)
    await this.#option(member).click()
    await this.#page.keyboard.press('Escape')
    await this.#page.getByRole('button', { name: '保存督查组' }).click()
    await expect(this.#page.getByText('已保存')).toBeVisible()
  }

  async assignEvenly(): Promise<void> {
    await this.#page.getByRole('button', { name: '平均分配' }).click()
    await expect(this.#page.getByText('都已分配')).toBeVisible()
  }

  /** From wherever the inspector is: two presses to the checklist. */
  async openSite(name: string): Promise<void> {
    await this.#page.getByRole('link', { name: '督查任务' }).first().click()
    await this.#page.getByRole('link', { name }).click()
    await expect(this.#page.getByRole('heading', { level: 1, name })).toBeVisible()
  }

  async openRound({ mark }: InspectionGround): Promise<void> {
    await this.#page.goto('/rounds')
    await this.#page.getByRole('link', { name: `日常督查 ${mark}` }).click()
  }

  item(place: number): Locator {
    return this.#page.locator('[data-item]').nth(place)
  }

  async fail(place: number, note: string): Promise<void> {
    await this.item(place).getByRole('button', { name: '不符合', exact: true }).click()
    await this.item(place).getByRole('textbox').fill(note)
  }

  async photograph(place: number): Promise<void> {
    await this.item(place).locator('input[type="file"]').setInputFiles(PHOTO)
    await expect(this.item(place).getByRole('img', { name: /照片 1$/ })).toBeVisible()
  }

  async submit(): Promise<void> {
    await this.#page.getByRole('button', { name: '提交', exact: true }).click()
  }

  async expectSubmitted(): Promise<void> {
    await expect(this.#page.getByRole('heading', { name: '已提交' })).toBeVisible()
  }

  #option(name: string): Locator {
    return this.#page.locator('.ant-select-item-option').filter({ hasText: name }).first()
  }
}
