/**
 * Works without the package bash-completion and with bash 3.2, and evaluates nothing of what was typed. Bash breaks words
 * at = and : too; they are put together again, and of an offer only the rest behind the last break is handed back.
 */
export const bashScript = String.raw`# Completion of crossorg for bash. In ~/.bashrc:  source <(crossorg completion bash)

_crossorg() {
  local line=${'$'}{COMP_LINE:0:COMP_POINT} words=() piece='' part i last
  for ((i = 0; i <= COMP_CWORD; i++)); do
    part=${'$'}{COMP_WORDS[i]}
    last=$((${'$'}{#words[@]} - 1))
    if ((i == 0)) || [[ $line == [[:space:]]* ]]; then
      line=${'$'}{line#"${'$'}{line%%[![:space:]]*}"}
      words+=('')
      last=$((last + 1))
    fi
    if ((i == COMP_CWORD)); then part=$line piece=$line; fi
    words[last]+=$part
    line=${'$'}{line#"$part"}
  done

  local word=${'$'}{words[last]} offers=() offer value how=:4
  [[ $piece == [=:] ]] && piece=''
  word=${'$'}{word#[\"\']}
  piece=${'$'}{piece#[\"\']}
  words[last]=$word
  while IFS= read -r offer; do offers+=("$offer"); done < <(crossorg complete -- "${'$'}{words[@]:1}" 2>/dev/null)

  COMPREPLY=()
  for offer in ${'$'}{offers[@]+"${'$'}{offers[@]}"}; do
    if [[ $offer == :* ]]; then how=$offer; fi
    [[ $offer == *$'\t'* ]] || continue
    value=${'$'}{offer%%$'\t'*}
    value=${'$'}{value:${'$'}{#word}-${'$'}{#piece}}
    COMPREPLY+=("$(printf '%q' "$value")")
  done
  if [[ $how == :0 ]]; then
    type compopt &>/dev/null && compopt -o filenames
    while IFS= read -r offer; do COMPREPLY+=("$offer"); done < <(compgen -f -- "$piece")
  fi
}

complete -F _crossorg crossorg
`;
