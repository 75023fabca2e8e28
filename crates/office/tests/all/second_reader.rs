//! The second reader against a stub on this machine: what it adds is marked and checked, what it invents is left out, its silence
//! does no harm.

use crate::support::{Home, clerk, number};
use domain::ids::CommandId;
use domain::money::Fen;
use office::posts::{SecondReader, Taken};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// Whether a request has come whole.
fn whole(question: &[u8]) -> Option<()> {
    let text = String::from_utf8_lossy(question);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: "))?.parse::<usize>().ok()?;
    (body.len() >= length).then_some(())
}

/// Answers every question with this, and gives back what it was asked.
async fn stub(answer: String) -> (String, tokio::sync::mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let (asked, questions) = tokio::sync::mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut question = Vec::new();
            while whole(&question).is_none() {
                let mut part = [0; 4096];
                match stream.read(&mut part).await {
                    Ok(read) if read > 0 => question.extend(&part[..read]),
                    _ => break,
                }
            }
            let _ = asked.send(String::from_utf8_lossy(&question).into_owned());
            let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n";
            let _ = stream.write_all(format!("{head}{answer}").as_bytes()).await;
        }
    });
    (url, questions)
}

fn completion(content: &Value) -> String {
    json!({ "choices": [{ "message": { "content": format!("```json\n{content}\n```") } }] }).to_string()
}

async fn take(home: &Home, url: &str, text: &str) -> Taken {
    let office = home.office.clone().with_second_reader(SecondReader::new(url, "m", Some("k".to_owned())).unwrap());
    office.take_posts(&clerk(), CommandId(office::ids::fresh()), "贴", vec![text.to_owned()]).await.unwrap()
}

const TEXT: &str = "招焊工3名，包吃住，来望狐沟口那家干，找老谢 19900001111";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_it_adds_is_checked_and_marked() {
    let home = Home::lite().await;
    let answer = json!({ "vacancies": [{
        "title": "焊工", "headcount_text": "30名", "wage_text": "每月九千", "employer": "望狐沟口那家",
        "contact_name": "李四", "phones": ["19900009999"], "workplace_text": "北京市朝阳区",
    }] });
    let (url, mut questions) = stub(completion(&answer)).await;
    let taken = take(&home, &url, TEXT).await;
    assert_eq!((taken.counts.new, taken.unanswered), (1, 0));
    let question = questions.recv().await.unwrap();
    assert!(question.starts_with("POST /v1/chat/completions HTTP/1.0\r\n"), "{question}");
    assert!(question.contains("Authorization: Bearer k\r\n") && question.contains("望狐沟口"), "{question}");
    let state = home.sound().await;
    let vacancy = state.vacancies()[0];
    let origin = vacancy.origin.as_ref().unwrap();
    assert_eq!(vacancy.headcount, Some(3), "what the rules read stays");
    assert_eq!(vacancy.contact_phone.as_ref().map(|phone| phone.as_str()), Some("19900001111"));
    assert_ne!(vacancy.pay_min, Some(Fen::yuan(9000)), "words that are not in the text are nothing");
    assert_ne!(vacancy.place.as_deref(), Some("北京市朝阳区"));
    assert_eq!(vacancy.employer_name.as_deref(), Some("望狐沟口那家"));
    assert!(origin.second.contains("employer_name"), "marked");
    assert_eq!(origin.words_of("employer_name"), Some("望狐沟口那家"));
    let page = home.office.intake_post(&clerk(), vacancy.id).await.unwrap().unwrap();
    assert!(!page.sides[0].clean(), "a person looks at what it said");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nonsense_and_silence_do_no_harm() {
    let home = Home::lite().await;
    for answer in ["{}".to_owned(), completion(&json!({ "vacancies": "many" })), "not json".to_owned()] {
        let (url, _questions) = stub(answer).await;
        let text = format!("{TEXT} {url}");
        assert_eq!(take(&home, &url, &text).await.counts.new, 1);
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let nobody = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let taken = take(&home, &nobody, TEXT).await;
    assert_eq!((taken.counts.new, taken.unanswered), (1, 1));
    for url in ["https://example.org/v1", "http://", "http://a b/", "ftp://a"] {
        let refused = SecondReader::new(url, "m", None).map(|_| ()).map_err(office::OfficeError::from);
        assert_eq!(number(refused), 2024, "{url}");
    }
}
