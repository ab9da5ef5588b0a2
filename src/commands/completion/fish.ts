/** Fish reads the words itself; a line of an offer is in the form that it shows, value and description with a tab. */
export const fishScript = String.raw`# Completion of crossorg for fish. In config.fish:  crossorg completion fish | source

function __crossorg_offers
    set -l words (commandline -opc)
    set -e words[1]
    set -l word (commandline -ct | string unescape)
    set -l offers (crossorg complete -- $words "$word" 2>/dev/null)
    if test "$offers[-1]" = :0
        set -l flag (string match -r -- '^--[^=]+=' "$word")
        for path in (__fish_complete_path (string replace -- "$flag" '' "$word"))
            printf '%s\n' "$flag$path"
        end
    else
        string match -- '*'\t'*' $offers
    end
end

complete -c crossorg -e
complete -c crossorg -f -a '(__crossorg_offers)'
`;
