#!/usr/bin/env bash
# Opens an issue with a title and the end of a report, or adds the report to the open issue with this title.
#
#   .github/report.sh 'Broken links' report.txt
set -euo pipefail
title=$1
body=$(printf '```\n%s\n```\n\n%s/%s/actions/runs/%s\n' "$(tail -c 50000 "$2")" \
  "$GITHUB_SERVER_URL" "$GITHUB_REPOSITORY" "$GITHUB_RUN_ID")
open=$(gh issue list --state open --json number,title --jq "map(select(.title == \"$title\"))[0].number // empty")
if [ -n "$open" ]; then
  gh issue comment "$open" --body "$body"
else
  gh issue create --title "$title" --body "$body"
fi
