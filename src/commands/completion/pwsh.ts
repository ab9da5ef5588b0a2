/**
 * For PowerShell 5.1 and later. Words are read from the syntax tree, so that a value with spaces is one word, and nothing
 * in them is evaluated. The word at the cursor travels as --word=, because PowerShell may drop an empty argument, and the
 * dashes are quoted, because PowerShell takes bare ones for its own when crossorg is a script.
 */
export const pwshScript = String.raw`# Completion of crossorg for PowerShell. In $PROFILE:  crossorg completion pwsh | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName 'crossorg' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $before = @()
    $word = ''
    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($element.Extent.StartOffset -ge $cursorPosition) { break }
        $text = $element.Extent.Text
        $quoted = $element -is [System.Management.Automation.Language.StringConstantExpressionAst] -or
            $element -is [System.Management.Automation.Language.ExpandableStringExpressionAst]
        if ($quoted) { $text = $element.Value }
        if ($element.Extent.EndOffset -lt $cursorPosition) { $before += $text }
        else { $word = $text }
    }

    $offers = @(crossorg complete "--word=$word" '--' @before 2>$null)
    if ($offers.Count -gt 0 -and $offers[-1] -eq ':0') { return }

    $shown = 0
    foreach ($offer in $offers) {
        if (-not $offer.Contains([char]9)) { continue }
        $value, $about = $offer.Split([char]9, 2)
        if (-not $about) { $about = $value }
        $completed = $value
        if ($value -notmatch '^[\w=./:+-]+$') { $completed = "'" + $value.Replace("'", "''") + "'" }
        $shown++
        [System.Management.Automation.CompletionResult]::new($completed, $value, 'ParameterValue', $about)
    }
    # With nothing at all PowerShell would offer files.
    if ($shown -eq 0) { '' }
}
`;
