/** @jsxImportSource react */
import { useDoc } from '@docusaurus/plugin-content-docs/client'
import { useLocation } from '@docusaurus/router'
import Translate, { translate } from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import control from '@generated/copy-page/control.json'
import type { ReactNode } from 'react'
import { type Repository, reportAddress } from '../../../island/repository.ts'
import { bookPath } from '../../../machines/addresses.ts'
import { BuiltElement } from '../../MDXComponents/BuiltElement.tsx'
import { useMarkdownAddress } from '../Metadata/index.tsx'

/**
 * Below a page: how to improve its text, where the headings may be far away; its Markdown; links to edit it and to report
 * a mistake, if the repository of the site is known; and below the first page the book, if it will be beside the site.
 */
export default function DocItemFooter(): ReactNode {
  const { metadata } = useDoc()
  const { pathname } = useLocation()
  const { siteConfig, i18n } = useDocusaurusContext()
  const book = (kind: 'epub' | 'pdf') => siteConfig.baseUrl + bookPath(i18n.currentLocale, kind)
  const repository = siteConfig.customFields?.repository as Repository | undefined
  return (
    <div className="page-links">
      <span data-needs-js>
        <Translate id="page.improve">文字有误或难懂？点标题旁的 ✎，可在本页修改那一节。</Translate>
      </span>
      {repository && metadata.editUrl && (
        <>
          <a href={metadata.editUrl}>
            <Translate id="page.edit">在 GitHub 上编辑本页</Translate>
          </a>
          <a href={report(repository, metadata.title, siteConfig.url + pathname)} data-report>
            <Translate id="page.report">报告错误</Translate>
          </a>
        </>
      )}
      <a href={useMarkdownAddress()} type="text/markdown">
        <Translate id="page.markdown">本页的 Markdown</Translate>
      </a>
      {siteConfig.customFields?.hasBook === true && metadata.id === 'index' && (
        <>
          <a href={book('epub')}>
            <Translate id="whole.epub">全部内容（EPUB）</Translate>
          </a>
          <a href={book('pdf')}>
            <Translate id="whole.pdf">全部内容（PDF）</Translate>
          </a>
        </>
      )}
      <BuiltElement data={control} />
    </div>
  )
}

/** Returns the address at which a mistake on a page is reported. */
function report(repository: Repository, title: string, page: string): string {
  return reportAddress(
    repository,
    translate({ id: 'report.title', message: '错误：{title}' }, { title }),
    translate(
      { id: 'report.body', message: '哪里有误，应当如何：\n\n\n版本：{commit}\n位置：{page}' },
      { commit: repository.commit, page },
    ),
  )
}
