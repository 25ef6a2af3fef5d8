<?php
// search.php: the service from PHP, over HTTP.
//
// usage: php search.php http://127.0.0.1:8080 WORDS...
[, $server] = $argv;
$words = implode(' ', array_slice($argv, 2));
$answer = file_get_contents($server . '/api/v1/search?' .
    http_build_query(['q' => $words, 'limit' => 3]));
if ($answer === false) {
    exit(1);
}
foreach (json_decode($answer)->hits as $hit) {
    echo "{$hit->rank}. {$hit->number}: {$hit->title}\n";
}
